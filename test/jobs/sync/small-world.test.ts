import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { readHistoryProgress, streamCompleteTo } from '../../../server/store/checkpoints.ts'
import { rederiveAll } from '../../../server/store/conversations.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import type { StreamResult } from '../../../jobs/sync-stream.ts'
import { testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { exportedByBot } from '../../zendesk-sim/world/bot-export.ts'
import { cutOffsAt, worldCounts } from '../../zendesk-sim/world/counts.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, countByBrand, facts, freshDatabase, syncEverything, syncFrom } from './sync-support.ts'

const world = createSmallWorld(testNow)
const counts = worldCounts(world, cutOffsAt(testNow))
let zendesk: Awaited<ReturnType<typeof startSimulator>>
let db: Database
let results: StreamResult[]

beforeAll(async () => {
  zendesk = await startSimulator({ world, clock: frozenClock(testNow), rateWindowScale: 6_000 })
  db = freshDatabase()
  writeAccountSettings(db, demoSettings(world), testNow)
  results = await syncEverything(syncFrom(zendesk.url, { db }))
})

afterAll(() => zendesk.close())

describe('after all streams have run, the database holds what the account holds', () => {
  it('brands, groups and agents', () => {
    expect(count(db, 'brand where deleted = 0')).toBe(counts.brands)
    expect(count(db, 'grp where deleted = 0')).toBe(counts.groups)
    expect(count(db, 'agent')).toBe(counts.agents)
  })

  it('live chats and offline messages, by brand', () => {
    const present = `conversation where source = 'chat' and deleted = 0`
    expect(countByBrand(db, `${present} and kind = 'conversation'`)).toEqual(counts.chats.byBrand)
    expect(countByBrand(db, `${present} and kind = 'offline_message'`)).toEqual(
      counts.offlineMessages.byBrand,
    )
    expect(count(db, `conversation where source = 'chat' and deleted = 1`)).toBe(counts.deletedChats)
  })

  it('messaging tickets of both scopes, by brand', () => {
    expect(countByBrand(db, `conversation where source = 'messaging' and deleted = 0`)).toEqual(
      counts.agentTickets.byBrand,
    )
    expect(countByBrand(db, `conversation where source = 'bot' and deleted = 0`)).toEqual(
      counts.aiAgentTickets.byBrand,
    )
  })

  it('tickets live chats left behind, and deleted tickets', () => {
    expect(countByBrand(db, 'chat_ticket')).toEqual(counts.chatTickets.byBrand)
    expect(count(db, 'deleted_ticket')).toBe(counts.deletedTickets)
  })

  it('ratings of all three sources, unanswered offers included', () => {
    const answered = `csat_answer a join conversation c on c.id = a.conversation_id where c.deleted = 0`
    expect(count(db, `${answered} and a.source = 'chat_rating'`)).toBe(counts.chatRatings.total)
    const legacy = `csat_answer where source = 'legacy_rating'`
    expect(count(db, legacy)).toBe(counts.legacyRatingsOffered.total)
    expect(count(db, `${legacy} and category is not null`)).toBe(counts.legacyRatingsAnswered.total)
    const survey = `csat_answer where source = 'survey'`
    expect(count(db, survey)).toBe(counts.surveysOffered.total)
    expect(count(db, `${survey} and category is not null`)).toBe(counts.surveysAnswered.total)
  })

  it('agents’ work on tickets, as far back as it is told', () => {
    expect(count(db, 'engagement')).toBe(counts.engagements.total)
  })

  it("bots' own records, as far back as their files are kept", () => {
    const told = [...exportedByBot(world, testNow).values()].flat()

    expect(told.length).toBeGreaterThan(50)
    expect(countByBrand(db, 'bot_conversation')).toEqual(
      new Map(world.brands.filter(({ botId }) => botId !== null).map(({ id }) => [id, told.length])),
    )
  })

  it('and nothing had to be put aside', () => {
    expect(results.map(({ stream, quarantined }) => [stream, quarantined])).toEqual([
      ['account', 0],
      ['chats', 0],
      ['tickets-agent', 0],
      ['tickets-ai-agent', 0],
      ['satisfaction-ratings', 0],
      ['survey-responses', 0],
      ['engagements', 0],
      ['bot-conversations', 0],
      ['ticket-details', 0],
    ])
    expect(count(db, 'quarantine')).toBe(0)
  })
})

describe('what is derived agrees with the truth', () => {
  it('every chat was answered when the world says', () => {
    const stored = firstReplies(`source = 'chat'`)
    const told = world.chats
      .filter(
        ({ kind, endedAt, deletedAt }) =>
          kind === 'chat' && endedAt <= testNow - 300_000 && !isPast(deletedAt, 300_000),
      )
      .map(({ id, firstHumanReplyAt }): [string, number | null] => [`chat:${id}`, firstHumanReplyAt])

    expect(stored).toEqual(new Map(told))
  })

  it('every ticket was handed off and answered when the world says', () => {
    const told = world.tickets.filter(
      ({ startedAt, deletedAt, handedOffAt }) =>
        startedAt <= testNow - 60_000 && !isPast(deletedAt, 60_000) && isPast(handedOffAt, 60_000),
    )
    const replies = told.map(({ id, firstHumanReplyAt }): [string, number | null] => [
      `ticket:${id}`,
      isPast(firstHumanReplyAt, 60_000) ? firstHumanReplyAt : null,
    ])
    expect(firstReplies(`source = 'messaging'`)).toEqual(new Map(replies))
    const stored = db
      .prepare<[], { id: string; handed_off_at: number }>(
        `select id, handed_off_at from conversation where source = 'messaging' and deleted = 0`,
      )
      .all()
    expect(new Map(stored.map(({ id, handed_off_at }) => [id, handed_off_at]))).toEqual(
      new Map(told.map(({ id, handedOffAt }) => [`ticket:${id}`, handedOffAt])),
    )
  })

  it('a bot is known at the brand that has one, from its first ticket on', () => {
    const known = db.prepare<[], { id: number }>('select id from brand where bot_since is not null').all()

    expect(known.map(({ id }) => id)).toEqual(
      world.brands.filter(({ botSince }) => botSince !== null).map(({ id }) => id),
    )
  })

  it('no conversation is left whose bot is unknown', () => {
    expect(count(db, 'conversation where bot_involved is null and deleted = 0')).toBe(0)
  })

  it('deriving everything again changes no row', () => {
    expect(rederiveAll(db)).toBe(0)
  })
})

describe('progress', () => {
  it('every stream is complete back to the beginning', () => {
    const progress = readHistoryProgress(db)

    expect(progress.map(({ stream, done, progress }) => [stream, done, progress])).toEqual([
      ['account', true, 1],
      ['bot-conversations', true, 1],
      ['chats', true, 1],
      ['engagements', true, 1],
      ['satisfaction-ratings', true, 1],
      ['survey-responses', true, 1],
      ['ticket-details', true, 1],
      ['tickets-agent', true, 1],
      ['tickets-ai-agent', true, 1],
    ])
    expect(progress.find(({ stream }) => stream === 'chats')?.coveredFrom).toBe(0)
  })

  it('streams are complete to the present without what each holds back', () => {
    expect(streamCompleteTo(db, ['chats'])).toBe(testNow - 300_000)
    expect(streamCompleteTo(db, ['tickets-agent', 'tickets-ai-agent'])).toBe(testNow - 60_000)
    expect(streamCompleteTo(db, ['tickets-agent', 'chats'])).toBe(testNow - 300_000)
    expect(streamCompleteTo(db, ['tickets-agent', 'engagements'])).toBe(testNow - 60_000)
    expect(streamCompleteTo(db, ['tickets-agent', 'unheard-of'])).toBe(null)
  })
})

describe('a second run', () => {
  it('changes no row', async () => {
    const before = facts(db)
    db.exec('delete from rollup_dirty')

    const again = await syncEverything(syncFrom(zendesk.url, { db }))

    expect(again.filter(({ changed }) => changed > 0)).toEqual([])
    expect(facts(db)).toEqual(before)
    expect(count(db, 'rollup_dirty')).toBe(0)
  })

  it('nothing was sent but GET requests, and requests for tokens and for addresses of files', () => {
    const asking = ['/oauth/tokens', '/ai-agents/api/data-export/v3/get-signed-urls']
    const others = zendesk.requests.filter(({ method, path }) => method !== 'GET' && !asking.includes(path))

    expect(others).toEqual([])
  })
})

describe('privacy', () => {
  it('no name, address or message of anybody is stored', () => {
    const stored = JSON.stringify(facts(db))
    const people = [...world.requesters.values()]

    expect(people.filter(({ email }) => email !== null && stored.includes(email))).toEqual([])
    expect(people.filter(({ name }) => name.length > 3 && stored.includes(name))).toEqual([])
    expect(stored).not.toMatch(/[\u0E00-\u0E7F]|203\.0\.113|주문|배송/)
  })
})

function firstReplies(where: string): Map<string, number | null> {
  const rows = db
    .prepare<[], { id: string; first_human_reply_at: number | null }>(
      `select id, first_human_reply_at from conversation where kind = 'conversation' and deleted = 0 and ${where}`,
    )
    .all()
  return new Map(rows.map(({ id, first_human_reply_at }) => [id, first_human_reply_at]))
}

function isPast(at: number | null, heldBackMs: number): boolean {
  return at !== null && at <= testNow - heldBackMs
}
