import type { Goal, GoalDraft, GoalsAnswer } from '../server/contract-goal.ts'
import type { MetricKey } from '../server/contract.ts'

type Ask = <Answer>(method: string, path: string, signal?: AbortSignal, body?: unknown) => Promise<Answer>

/** Calls about what brands want their figures to be. */
export function goalCalls(ask: Ask) {
  return {
    list: (brand: number | 'all', signal: AbortSignal) =>
      ask<GoalsAnswer>('GET', `goals?brand=${brand}`, signal),
    set: (brand: number, metric: MetricKey, draft: GoalDraft) =>
      ask<Goal>('PUT', `goals/${brand}/${metric}`, undefined, draft),
    remove: (brand: number, metric: MetricKey) => ask<void>('DELETE', `goals/${brand}/${metric}`),
  }
}
