import type { ZendeskReadings } from '../settings/zendesk-readings.ts'
import { isOneOf } from '../settings/zendesk-readings.ts'

/** What a live chat's own rating means; null for a word nobody has told us of, which is kept as it is. */
export function chatRatingCategory(
  raw: string,
  { chatRatingGood, chatRatingBad }: Pick<ZendeskReadings, 'chatRatingGood' | 'chatRatingBad'>,
): 'good' | 'bad' | null {
  if (isOneOf(raw, chatRatingGood)) return 'good'
  return isOneOf(raw, chatRatingBad) ? 'bad' : null
}
