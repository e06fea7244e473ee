import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import { mergeConversations } from '../../server/metrics/merge-conversations.ts'
import { ticketFacts } from '../support/conversation-facts.ts'

const SECOND = Date.parse('2026-03-02T10:00:00Z')

const copy = fc
  .record({
    scope: fc.constantFrom('agent', 'ai_agent'),
    updatedAt: fc.constantFrom(SECOND, SECOND + 1000),
    reply: fc.constantFrom(null, SECOND + 500),
    firstAgent: fc.constantFrom(null, SECOND + 200),
    status: fc.constantFrom('open', 'solved'),
  })
  .map(({ scope, updatedAt, reply, firstAgent, status }) =>
    ticketFacts({
      scope,
      seen_ai_agent: scope === 'ai_agent' ? 1 : 0,
      updated_at: updatedAt,
      source_first_human_reply_at: reply,
      source_reply_known: reply === null ? 0 : 1,
      first_agent_at: firstAgent,
      status,
    }),
  )

const merged = (copies: readonly ConversationFacts[]) => copies.reduce(mergeConversations)

describe('copies of a ticket', () => {
  it('are the same ticket in whatever order they come, and whichever are merged first', () => {
    fc.assert(
      fc.property(
        fc.array(copy, { minLength: 2, maxLength: 5 }).chain((copies) =>
          fc.record({
            copies: fc.constant(copies),
            shuffled: fc.shuffledSubarray(copies, { minLength: copies.length }),
            cut: fc.integer({ min: 1, max: copies.length - 1 }),
          }),
        ),
        ({ copies, shuffled, cut }) => {
          expect(merged(shuffled)).toEqual(merged(copies))
          expect(mergeConversations(merged(copies.slice(0, cut)), merged(copies.slice(cut)))).toEqual(
            merged(copies),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('of the same second are told by the one a person took over', () => {
    const before = ticketFacts({
      scope: 'ai_agent',
      seen_ai_agent: 1,
      updated_at: SECOND,
      status: 'solved',
      first_agent_at: null,
    })
    const taken = ticketFacts({ scope: 'agent', updated_at: SECOND, status: 'open', first_agent_at: SECOND })

    expect(merged([taken, before])).toMatchObject({ status: 'open', scope: 'agent', seen_ai_agent: 1 })
    expect(merged([before, taken])).toEqual(merged([taken, before]))
  })
})
