import type { Effect } from '../contract.ts'

/** Whether the range of an effect holds the possibility that nothing changed. */
export function spansNoChange({ low, high, unit }: Effect): boolean {
  const noChange = unit === 'ratio' ? 1 : 0
  return low <= noChange && high >= noChange
}
