import type { MetricKey } from '../../server/contract.ts'

/**
 * What the move truly did to each figure, as cells show it: ratios for what is compared by ratio, percentage points for
 * shares. Whatever is not named here is 1, or 0 points. Written down from the truth table; what follows from it by way
 * of how a conversation goes (a conversation whose first reply comes sooner is also over sooner) was worked out by making
 * the same world twice, with and without the effect: `true-effects.test.ts` does it again.
 */
const ownEffects: Readonly<Record<string, Partial<Record<MetricKey, number>>>> = {
  faster: {
    first_reply: 0.6,
    first_reply_any: 0.6,
    // The seconds an agent reads before writing are not shorter.
    wait_to_agent: 0.59,
    // The wait is a part of the whole, and the first of several waits.
    resolution_time: 0.877,
    average_reply: 0.803,
  },
  worse: { csat: -12 },
  // The crude figures follow the questions: 60 % easy ones instead of 30 %. Within a topic nothing moved.
  mix: {
    first_reply: 0.81,
    first_reply_any: 0.81,
    wait_to_agent: 0.8,
    resolution_time: 0.95,
    average_reply: 0.915,
    csat: 3,
  },
}

/**
 * Of live chats, those rated of those served; of tickets with thumbs, those rated of those solved. The four in a hundred
 * nobody answered are solved too in the end, and rated by nobody: 14 % of them are missing. Any account shows this.
 */
const ratedOfSolved = -0.56
const thumbsAfter = ['faster', 'worse', 'season', 'mix']

/** The true effect on a crude figure of a story's brand, or null for 1 (0 points). */
export function trueEffect(story: string, metric: MetricKey): number | null {
  if (metric === 'csat_response_rate') return thumbsAfter.includes(story) ? ratedOfSolved : null
  return ownEffects[story]?.[metric] ?? null
}

/** The true effect within a topic: what a mix-adjusted figure should show. */
export function trueEffectWithinTopics(story: string, metric: MetricKey): number | null {
  return story === 'mix' && metric !== 'csat_response_rate' ? null : trueEffect(story, metric)
}
