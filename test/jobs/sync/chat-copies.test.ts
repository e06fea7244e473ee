import fc from 'fast-check'
import { expect, it } from 'vitest'
import { startedAt } from '../../support/conversation-facts.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { facts, freshDatabase, syncByName } from './sync-support.ts'

const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }
const updatedAt = isoAt(startedAt + 600_000)

/** One chat as it was sent several times, mostly with the time of one and the same second. */
const copy = fc.record({
  update_timestamp: fc.constantFrom(updatedAt, updatedAt, updatedAt, isoAt(startedAt + 601_000)),
  type: fc.constantFrom('chat', 'chat', 'offline_msg'),
  rating: fc.constantFrom(null, 'good', 'bad'),
  tags: fc.subarray(['refund', 'vip']),
  missed: fc.boolean(),
  deleted: fc.constantFrom(false, false, false, true),
  count: fc.constantFrom(null, { visitor: 2, agent: 1 }, { visitor: 4, agent: 3 }),
  engagements: fc.subarray([engagementOf(31), engagementOf(32)]),
})

it('copies of one chat in the same second leave the same rows, whatever their order and their pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(copy, { minLength: 2, maxLength: 4 }).chain((copies) =>
        fc.record({
          one: pagesOf(copies),
          other: fc
            .shuffledSubarray(copies, { minLength: copies.length })
            .chain((shuffled) => pagesOf(shuffled)),
        }),
      ),
      async ({ one, other }) => {
        expect(await storedAfter(other)).toEqual(await storedAfter(one))
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

it.each([
  ['in one page', (copies: unknown[]) => [copies]],
  ['in two pages', (copies: unknown[]) => copies.map((copy) => [copy])],
])('of two copies of one second all that is kept comes from one of them, %s', async (_where, inPages) => {
  const said = { tags: ['vip'], rating: 'bad', engagements: [engagementOf(31)] }
  const other = { tags: ['refund'], rating: 'good', engagements: [engagementOf(31), engagementOf(32)] }

  for (const copies of [
    [said, other],
    [other, said],
  ]) {
    const stored = await storedAfter(
      inPages(copies.map((copy) => ({ update_timestamp: updatedAt, ...copy }))),
    )
    expect(stored.conversation[0]).toContain('vip')
    expect(stored.csat_answer[0]).toContain('"bad"')
    expect(stored.chat_engagement).toHaveLength(1)
  }
})

/** The copies in their order, on as many pages as it comes. */
function pagesOf<Row>(rows: readonly Row[]): fc.Arbitrary<Row[][]> {
  return fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length }).map((turns) => {
    const pages: Row[][] = []
    rows.forEach((row, index) => {
      const page = pages.at(-1)
      if (page && turns[index]) page.push(row)
      else pages.push([row])
    })
    return pages
  })
}

async function storedAfter(pages: readonly unknown[][]): Promise<Record<string, string[]>> {
  const db = freshDatabase()
  let asked = 0
  const { sync } = scripted(
    ({ path }) => {
      if (path !== '/api/v2/chat/incremental/chats') return accountAnswer(path, [brand])
      const chats = (pages[asked++] ?? []).map((given) => chatOf(given as Record<string, unknown>))
      return { chats, end_time: String(startedAt / 1000 + asked), end_id: String(asked) }
    },
    { db },
  )
  await syncByName(sync, 'chats')
  const { conversation, csat_answer, chat_engagement } = facts(db)
  db.close()
  return { conversation, csat_answer, chat_engagement }
}

function chatOf(given: Record<string, unknown>): Record<string, unknown> {
  return {
    id: '2603.1',
    type: 'chat',
    timestamp: isoAt(startedAt),
    end_timestamp: isoAt(startedAt + 600_000),
    ...given,
  }
}

function engagementOf(agentId: number): Record<string, unknown> {
  return { id: `e${agentId}`, agent_id: agentId, timestamp: isoAt(startedAt + 60_000), duration: 60 }
}

function isoAt(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}
