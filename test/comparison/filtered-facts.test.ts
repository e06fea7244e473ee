import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricFacts } from '../../server/comparison/brand-facts.ts'
import { readMetricFacts } from '../../server/comparison/brand-facts.ts'
import type { DailyFacts } from '../../server/comparison/daily-facts.ts'
import { sumOver, valueOver } from '../../server/comparison/daily-facts.ts'
import { filteredFactsReader, readFilteredFacts } from '../../server/comparison/filtered-facts.ts'
import { catalog, metricOf } from '../../server/metrics/catalog.ts'
import { noBrandCosts } from '../../server/settings/costs.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import type { Database } from '../../server/store/database.ts'
import type { MeasureFilter } from '../../server/store/measures/index.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { insertAnswer } from '../support/conversation-rows.ts'
import { insertBotRecord, refresh } from '../store/measures/measured.ts'
import { addChat, addEngagement, addTicket, emptyAccount, seoul } from '../store/team/team-rows.ts'

const metrics = catalog.map(({ key }) => key)
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']
const everything: MeasureFilter = { bot: ['yes', 'no', 'unknown'] }

const contact = fc.record({
  era: fc.constantFrom('chat', 'messaging', 'bot'),
  day: fc.constantFrom(...days.slice(0, 3)),
  hour: fc.integer({ min: 0, max: 23 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  agent: fc.constantFrom(21, 22),
  language: fc.constantFrom('ko', 'en', null),
  topic: fc.constantFrom('other', 'delivery'),
  requester: fc.constantFrom('a', 'b', 'c', null),
  bot: fc.constantFrom(0, 1, null),
  served: fc.constantFrom(1, 1, 1, 0, null),
  seconds: fc.integer({ min: 1, max: 9000 }),
  isReopened: fc.boolean(),
  hasEnded: fc.constantFrom(true, true, true, false),
  rating: fc.constantFrom('good', 'bad', 'neutral', null),
})
type Contact = typeof contact extends fc.Arbitrary<infer Made> ? Made : never
const contacts = fc.array(contact, { minLength: 4, maxLength: 24 })
const runs = { numRuns: 40, seed: 20_261_116 }

describe('a filter that everything passes', () => {
  it('gives the very facts of the report, for every metric', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const db = accountOf(all)
        const read = filteredFactsReader(db, everything)

        for (const metric of metrics)
          expect(plain(read(1, metric)), metric).toEqual(plain(readMetricFacts(db, 1, metric)))
      }),
      runs,
    )
  })
})

describe('filters that have nothing in common', () => {
  it('add up to the whole', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const db = accountOf(all)
        const parts: MeasureFilter[] = [{ bot: 'yes' }, { bot: 'no' }, { bot: 'unknown' }]

        for (const metric of metrics) {
          const whole = readMetricFacts(db, 1, metric).main
          const found = parts.map((filter) => readFilteredFacts(db, 1, metric, filter).main)
          for (const day of days) {
            const sums = found.map((facts) => sumOver(facts, [day]))
            const n = sums.reduce((sum, one) => sum + one.n, 0)
            const numerator = sums.reduce((sum, one) => sum + one.numerator, 0)
            expect(n, `${metric} ${day}`).toBe(sumOver(whole, [day]).n)
            if (metricOf(metric).kind !== 'money')
              expect(numerator, metric).toBeCloseTo(sumOver(whole, [day]).numerator, 6)
          }
        }
      }),
      runs,
    )
  })
})

describe('a filtered median', () => {
  it('is the middle one of the rows that pass', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const db = accountOf(all)

        const { main } = readFilteredFacts(db, 1, 'first_reply', {
          languages: ['ko', null],
          topics: ['other'],
        })

        const passing = all.filter(
          ({ era, language, topic, served }) =>
            era !== 'bot' && language !== 'en' && topic === 'other' && served === 1,
        )
        expect(valueOver(main, days)).toBe(middleOf(passing.map(({ seconds }) => seconds)))
      }),
      runs,
    )
  })
})

describe('facts of some conversations only', () => {
  it('keep the families of questions and their answers apart', () => {
    const db = emptyAccount()
    for (const [id, language] of [
      [1, 'ko'],
      [2, 'en'],
    ] as const) {
      addChat(db, id, [{ agent: 21, from: '2026-03-02T10:00', to: '2026-03-02T10:20' }], { language })
      insertAnswer(db, { id: `chat:${id}`, conversation_id: `chat:${id}` })
    }
    addTicket(db, 3, '2026-03-03T10:00', { language: 'ko' })
    insertAnswer(db, { id: 'survey:3', source: 'survey', ticket_id: 3, category: 'bad' })
    refresh(db)

    const { satisfaction } = readFilteredFacts(db, 1, 'csat', { languages: ['ko'] })

    expect(satisfaction).toEqual({
      two_point: {
        answers: rate({ '2026-03-02': { n: 1, numerator: 1 } }),
        asked: rate({ '2026-03-02': { n: 1, numerator: 1 } }),
      },
      survey: {
        answers: rate({ '2026-03-03': { n: 1, numerator: 0 } }),
        asked: rate({ '2026-03-03': { n: 1, numerator: 1 } }),
      },
    })
  })

  it('have the shares that decide whether the comparison is fair', () => {
    const db = emptyAccount()
    addTicket(db, 1, '2026-03-02T10:00', { language: 'ko', first_reply_seconds: null })
    addTicket(db, 2, '2026-03-02T11:00', { language: 'ko' })
    addTicket(db, 3, '2026-03-02T11:00', { language: 'en' })
    refresh(db)

    const { shares } = readFilteredFacts(db, 1, 'first_reply', { languages: ['ko'] })

    expect(shares.get('first_reply.known')).toEqual(rate({ '2026-03-02': { n: 2, numerator: 1 } }))
  })

  it('know who was at work on them, whatever else the agents did', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: '2026-03-02T10:00', to: '2026-03-02T10:30' }], { topic: 'delivery' })
    addChat(db, 2, [{ agent: 21, from: '2026-03-02T10:00', to: '2026-03-02T11:00' }])
    refresh(db)

    const { main } = readFilteredFacts(db, 1, 'concurrency', { topics: ['delivery'] })

    expect(sumOver(main, days)).toEqual({ n: 1, numerator: 1800, denominator: 1800 })
  })

  it('bear seats by what was resolved', () => {
    const db = emptyAccount()
    for (const [id, topic] of ['delivery', 'other', 'other', 'other'].entries())
      addChat(db, id, [{ agent: 21, from: '2026-03-02T10:00', to: '2026-03-02T11:00' }], { topic })
    enterSeats(db)
    refresh(db)

    const { main } = readFilteredFacts(db, 1, 'cost_per_resolution', { topics: ['delivery'] })

    // An hour of 1000 and a quarter of one seat's day: 30 437.5 · 12 / 365.25 / 4.
    expect(sumOver(main, days)).toEqual({ n: 1, numerator: expect.closeTo(1250), denominator: 1 })
  })

  it('are none where nothing passes', () => {
    const db = accountOf([])

    for (const metric of metrics)
      expect(sumOver(readFilteredFacts(db, 1, metric, { groupIds: [] }).main, days).n, metric).toBe(0)
  })
})

function accountOf(all: readonly Contact[]): Database {
  const db = emptyAccount()
  enterSeats(db)
  all.forEach((one, i) => addContact(db, i + 1, one))
  refresh(db)
  return db
}

function addContact(db: Database, id: number, { era, ...one }: Contact): void {
  const { day, hour, minutes, agent, language, topic, requester, bot, served, seconds, rating } = one
  const from = `${day}T${String(hour).padStart(2, '0')}:00`
  const end = seoul(from) + minutes * 60_000
  const to = new Date(end + 9 * 3_600_000).toISOString().slice(0, 16)
  const given = {
    language,
    topic,
    served,
    requester_key: requester,
    ended_at: one.hasEnded ? end : null,
    reopened: one.isReopened ? 1 : 0,
    first_reply_seconds: served === 1 ? seconds : null,
    resolved_by: one.hasEnded ? (era === 'bot' ? 'bot' : 'agent') : null,
    outside_hours: hour < 9 ? 1 : 0,
    first_agent_at: served === 1 ? seoul(from) + 30_000 : null,
    group_id: bot,
  }
  if (era === 'chat') addChat(db, id, [{ agent, from, to }], { ...given, bot_involved: 0 })
  else {
    const isBot = era === 'bot'
    addTicket(db, id, from, {
      ...given,
      bot_involved: isBot ? 1 : bot,
      ...(isBot && { source: 'bot', served: 0, first_reply_seconds: null, scope: 'ai_agent' }),
    })
    if (!isBot) addEngagement(db, `e${id}`, id, { agent, from, to })
  }
  if (era === 'chat')
    insertAnswer(db, { id: `answer:${id}`, conversation_id: `chat:${id}`, category: rating })
  else insertAnswer(db, { id: `answer:${id}`, ticket_id: id, source: 'survey', category: rating })
  insertBotRecord(db, `export:${id}`, { survey_stars: 4, resolved: era === 'bot' ? 1 : 0 })
}

function enterSeats(db: Database): void {
  const own = { ...defaultBrandSettings(1, 'Asia/Seoul'), costs: { ...noBrandCosts, seats: 1 } }
  const costs = { currency: 'KRW', hourlyCost: 1000, seatCostPerMonth: 30_437.5, botFeePerResolution: 50 }
  writeAccountSettings(db, { ...defaultAccountSettings('Asia/Seoul'), costs, brands: [own] }, 0)
}

/** Maps as lists, numbers to nine digits: what is added up in another order differs in the last ones. */
function plain({ main, satisfaction, shares, closeLag }: MetricFacts): unknown {
  const factsOf = (facts: DailyFacts): unknown[] =>
    facts.kind === 'duration'
      ? [...facts.seconds].map(([day, seconds]) => [day, Array.from(seconds)]).sort()
      : [...facts.sums].map(([day, sum]) => [day, ...Object.values(sum).map(rounded)]).sort()
  return {
    kind: main.kind,
    main: factsOf(main),
    satisfaction:
      satisfaction &&
      Object.values(satisfaction).map(({ answers, asked }) => [factsOf(answers), factsOf(asked)]),
    shares: [...shares].map(([share, facts]) => [share, factsOf(facts)]),
    closeLag: closeLag && factsOf(closeLag),
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(9))
}

function rate(sums: Record<string, { n: number; numerator: number }>): DailyFacts {
  return { kind: 'rate', sums: new Map(Object.entries(sums)) }
}

function middleOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const ascending = [...values].sort((one, other) => one - other)
  const half = (ascending.length - 1) / 2
  return (ascending[Math.floor(half)] + ascending[Math.ceil(half)]) / 2
}
