import { DAY_MS } from './calendar.ts'
import { ratingId, ulid } from './identifiers.ts'
import type { Random } from './random.ts'
import { constants } from './truth.ts'
import type { ChatRating, LegacyRating, SurveyCategory, SurveyRating } from './types.ts'

const MINUTE_MS = 60_000
const NEUTRAL_SHARE = 0.08

/** Thumb given in a live chat: most before its end, some on the way out. Null when nobody rated. */
export function drawChatRating(endedAt: number, good: number, random: Random): ChatRating | null {
  if (!random.chance(constants.ratedShare)) return null
  const category = random.chance(good) ? 'good' : 'bad'
  const late = random.chance(0.2)
  const answeredAt = late ? endedAt + 1000 * random.integer(300, 72_000) : endedAt - 1000
  return { system: 'chat_rating', offeredAt: endedAt - 1000, answeredAt, category }
}

/** Thumb asked for when the ticket was solved; the offer stays when nobody answers. */
export function drawLegacyRating(
  ticketId: number,
  offeredAt: number,
  good: number,
  random: Random,
): LegacyRating {
  const id = ratingId(ticketId)
  if (!random.chance(constants.ratedShare)) {
    return { system: 'legacy_rating', id, offeredAt, answeredAt: null, category: null }
  }
  const answeredAt = answerTime(offeredAt, random)
  const category = random.chance(good) ? 'good' : 'bad'
  return { system: 'legacy_rating', id, offeredAt, answeredAt, category }
}

/** Survey of two questions offered when the ticket was solved; some change their mind within three days. */
export function drawSurvey(offeredAt: number, good: number, seed: number, random: Random): SurveyRating {
  const unanswered: SurveyRating = {
    system: 'survey',
    id: ulid(offeredAt, seed),
    offeredAt,
    answeredAt: null,
    rating: null,
    category: null,
    changedTo: null,
    secondRating: null,
  }
  if (!random.chance(constants.ratedShare)) return unanswered
  const answeredAt = answerTime(offeredAt, random)
  const secondRating = random.chance(0.7) ? random.integer(1, 5) : null
  const changed = random.chance(0.04)
  const changedAt = answeredAt + MINUTE_MS * random.integer(5, 4000)
  return {
    ...unanswered,
    answeredAt,
    secondRating,
    ...surveyAnswer(good, random),
    changedTo: changed ? { at: changedAt, ...surveyAnswer(good, random) } : null,
  }
}

function surveyAnswer(good: number, random: Random): { rating: number; category: SurveyCategory } {
  if (random.chance(NEUTRAL_SHARE)) return { rating: 3, category: 'neutral' }
  return random.chance(good)
    ? { rating: random.chance(0.6) ? 5 : 4, category: 'good' }
    : { rating: random.chance(0.6) ? 1 : 2, category: 'bad' }
}

/** Most answer at once, the others within two days. */
function answerTime(offeredAt: number, random: Random): number {
  const delay = random.chance(0.7) ? random.integer(20, 1800) : random.integer(1800, (2 * DAY_MS) / 1000)
  return offeredAt + 1000 * delay
}
