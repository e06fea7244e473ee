import type { Language } from '../contract.ts'
import { formatRate } from './format.ts'

/**
 * A share rounded one way only, so that one that missed a limit never looks as if it had met it.
 * @example rateAwayFrom(0.8996, 'down', 'en') // '89.9%'
 */
export function rateAwayFrom(share: number, way: 'up' | 'down', language: Language): string {
  // What arithmetic leaves behind the sixth digit is no reason to round: 0.3 × 1000 may be 300.0000000001.
  const tenths = Number((share * 1000).toFixed(6))
  return formatRate((way === 'up' ? Math.ceil(tenths) : Math.floor(tenths)) / 1000, language)
}
