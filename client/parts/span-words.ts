import { formatDuration } from '../../server/text/format.ts'
import type { View } from '../view.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** A stretch of time as somebody would say it, no finer than it is worth: '3 min', '2 h 10 min', '4 d 6 h'. */
export function spanWords(seconds: number, { text, language }: Pick<View, 'text' | 'language'>): string {
  if (seconds < MINUTE) return text('health.lagNone')
  const step = seconds < HOUR ? MINUTE : seconds < DAY ? 10 * MINUTE : HOUR
  return formatDuration(Math.round(seconds / step) * step, language)
}
