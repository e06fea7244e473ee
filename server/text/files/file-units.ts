import type { Effect, MetricKind } from '../../contract.ts'
import type { Text } from '../catalogue.ts'

/** Decimals beyond these are noise of the arithmetic. */
const DIGITS = 6

/** A metric's value as files have it: seconds, per cent, or the plain number. */
export function fileValue(value: number | null | undefined, kind: MetricKind): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null
  return plain(kind === 'rate' ? value * 100 : value)
}

/** @example unitHeading('Value', 'duration', text) // 'Value (seconds)' */
export function unitHeading(name: string, kind: MetricKind, text: Text): string {
  if (kind === 'duration') return text('tools.inSeconds', { name })
  return kind === 'rate' ? text('tools.inPercent', { name }) : name
}

/** A change as files have it: per cent more or less, or percentage points. */
export function fileChange(value: number | null | undefined, unit: Effect['unit']): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null
  return plain(unit === 'ratio' ? (value - 1) * 100 : value)
}

export function changeHeading(name: string, unit: Effect['unit'], text: Text): string {
  return text(unit === 'ratio' ? 'tools.inPercent' : 'tools.inPoints', { name })
}

/** A number without the noise of binary fractions; null stays null. */
export function plainNumber(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : plain(value)
}

function plain(value: number): number {
  const rounded = Number(value.toFixed(DIGITS))
  return rounded === 0 ? 0 : rounded
}
