import { describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { brandSettingsOf, defaultAccountSettings } from '../../../server/settings/default-settings.ts'
import { readAccountSources } from '../../../server/store/account-sources.ts'
import { areDerivationsStale } from '../../../server/store/rederive-conversations.ts'
import {
  readAccountFact,
  readAccountSettings,
  readSetting,
  writeAccountSettings,
} from '../../../server/store/settings.ts'
import type { ZendeskRequest } from '../../../jobs/zendesk/request.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import type { SimulatorFeatures } from '../../zendesk-sim/server.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import type { SyncGiven } from './sync-support.ts'
import { count, freshDatabase, syncByName, syncFrom } from './sync-support.ts'

const DAY_MS = 86_400_000
const world = createSmallWorld(testNow)
const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }
const SCHEDULES = '/api/v2/business_hours/schedules'
const ARTICLES = '/api/v2/help_center/articles.json'
const evenings = {
  id: 5,
  name: 'Evenings',
  time_zone: 'Seoul',
  intervals: [{ start_time: 1440 + 1080, end_time: 1440 + 1320 }],
}
const inSeoul = { settings: { localization: { iana_time_zone: 'Asia/Seoul', time_zone: 'Seoul' } } }

describe('the simulated account', () => {
  it('shows its schedule, holidays, fields and articles', async () => {
    const db = await readSimulated()

    expect(db.prepare('select position, name, zone from schedule').all()).toEqual([
      { position: 0, name: 'Business hours', zone: 'Asia/Seoul' },
    ])
    expect(db.prepare('select first_day, last_day from schedule_holiday order by id').all()).toEqual([
      { first_day: '2026-02-16', last_day: '2026-02-18' },
      { first_day: '2026-09-24', last_day: '2026-09-26' },
    ])
    expect(db.prepare('select * from article_count').all()).toEqual([
      { brand_id: world.brands.find(({ isDefault }) => isDefault)?.id, day: '2026-11-16', count: 48 },
    ])
    expect(Object.fromEntries(readAccountSources(db))).toEqual({
      article_counts: 'allowed',
      schedule_holidays: 'allowed',
      schedules: 'allowed',
      ticket_fields: 'allowed',
    })
    expect(readAccountFact(db, 'resolution_tier_field_id')).toBe('6130830400102')
    expect(readAccountFact(db, 'agent_workspace')).toBe('true')
    expect(readAccountFact(db, 'api_token_access')).toBe('true')
    expect(count(db, 'quarantine')).toBe(0)
  })

  it('changes nothing when it is read again', async () => {
    const db = await readSimulated()
    const before = contentOf(db)

    await readSimulated({}, { db })

    expect(contentOf(db)).toEqual(before)
  })

  it('is read whole without business hours and help centre, and both are remembered as missing', async () => {
    const db = await readSimulated({ schedules: false, helpCenter: false })

    expect(count(db, 'brand')).toBe(world.brands.length)
    expect(count(db, 'schedule')).toBe(0)
    expect(count(db, 'article_count')).toBe(0)
    expect(readAccountSources(db).get('schedules')).toBe('absent')
    expect(readAccountSources(db).get('article_counts')).toBe('absent')
  })

  it('counts articles once a day', async () => {
    const db = await readSimulated()

    await readSimulated({}, { db, clock: frozenClock(testNow + DAY_MS) })

    expect(db.prepare('select day, count from article_count').all()).toEqual([
      { day: '2026-11-16', count: 48 },
      { day: '2026-11-17', count: 48 },
    ])
  })
})

describe('schedules', () => {
  it('give brands without settings their opening hours, and have conversations derived anew', async () => {
    const db = await readAccount({ [SCHEDULES]: { schedules: [evenings] } })
    const settings = readAccountSettings(db)

    expect(brandSettingsOf(settings, 1).openingHours.monday).toEqual([['18:00', '22:00']])
    expect(areDerivationsStale(db)).toBe(false)

    db.prepare("update schedule set intervals = '[[2000,2100]]'").run()
    expect(areDerivationsStale(db)).toBe(true)
  })

  it('are assumed only: they are not stored with the settings', async () => {
    const db = await readAccount({ [SCHEDULES]: { schedules: [evenings] } })

    writeAccountSettings(db, readAccountSettings(db), testNow)

    expect(readSetting(db, 'account')).not.toContain('assumedHours')
    expect(readAccountSettings(db).assumedHours?.openingHours.monday).toEqual([['18:00', '22:00']])
  })

  it('stay behind what a person has set', async () => {
    const db = await readAccount({ [SCHEDULES]: { schedules: [evenings] } })
    const own = { ...brandSettingsOf(defaultAccountSettings('Asia/Seoul'), 1), closedDays: ['2026-11-02'] }
    writeAccountSettings(db, { ...readAccountSettings(db), brands: [own] }, testNow)

    expect(brandSettingsOf(readAccountSettings(db), 1)).toEqual(own)
  })

  it('are kept without holidays where those alone are refused, and keep those they had', async () => {
    const holidays = { holidays: [{ id: 1, name: 'x', start_date: '2026-11-02', end_date: '2026-11-02' }] }
    const given = { [SCHEDULES]: { schedules: [evenings] } }
    const db = await readAccount({ ...given, [`${SCHEDULES}/5/holidays`]: holidays })

    await readAccount({ ...given, [`${SCHEDULES}/5/holidays`]: 403 }, { db })

    expect(count(db, 'schedule')).toBe(1)
    expect(count(db, 'schedule_holiday')).toBe(1)
    expect(readAccountSources(db).get('schedule_holidays')).toBe('refused')
  })

  it('that are gone are removed, unless one of the list is not understood or the list is refused', async () => {
    const other = { ...evenings, id: 6 }
    const db = await readAccount({ [SCHEDULES]: { schedules: [evenings, other] } })

    await readAccount({ [SCHEDULES]: { schedules: [other, { ...evenings, intervals: null }] } }, { db })
    await readAccount({ [SCHEDULES]: 403 }, { db })
    expect(count(db, 'schedule')).toBe(2)
    expect(count(db, 'quarantine')).toBe(1)
    expect(readAccountSources(db).get('schedules')).toBe('refused')

    await readAccount({ [SCHEDULES]: { schedules: [other] } }, { db })
    expect(db.prepare('select id, position from schedule').all()).toEqual([{ id: 6, position: 0 }])
  })

  it('that the list names twice keep their first place', async () => {
    const other = { ...evenings, id: 6 }
    const db = await readAccount({ [SCHEDULES]: { schedules: [evenings, evenings, other, evenings] } })

    expect(db.prepare('select id, position from schedule order by position').all()).toEqual([
      { id: 5, position: 0 },
      { id: 6, position: 1 },
    ])
  })

  it('in a zone nobody can name are kept, and no hours are assumed from them', async () => {
    const db = await readAccount({ [SCHEDULES]: { schedules: [{ ...evenings, time_zone: 'Atlantis' }] } })

    expect(db.prepare('select time_zone, zone from schedule').all()).toEqual([
      { time_zone: 'Atlantis', zone: null },
    ])
    expect(readAccountSettings(db).assumedHours).toBe(undefined)
  })
})

describe('ticket fields', () => {
  const fields = (...list: unknown[]) => ({ '/api/v2/ticket_fields': { ticket_fields: list } })

  it('are found by the titles of the settings, the active one first', async () => {
    const db = freshDatabase()
    const settings = defaultAccountSettings('Asia/Seoul')
    writeAccountSettings(
      db,
      { ...settings, readings: { ...settings.readings, resolutionTypeFields: ['해결 유형'] } },
      testNow,
    )

    await readAccount(
      fields(
        { id: 1, title: 'Resolution type' },
        { id: 2, title: '해결 유형', active: false },
        { id: 3, title: '해결_유형', active: true },
        { id: 4, title: 'RESOLUTION TIER' },
      ),
      { db },
    )

    expect(readAccountFact(db, 'resolution_field_id')).toBe('3')
    expect(readAccountFact(db, 'resolution_tier_field_id')).toBe('4')
  })

  it('that are gone are forgotten; those that cannot be read are not', async () => {
    const db = await readAccount(fields({ id: 1, title: 'Resolution type' }))

    await readAccount({ '/api/v2/ticket_fields': 403 }, { db })
    expect(readAccountFact(db, 'resolution_field_id')).toBe('1')
    expect(readAccountSources(db).get('ticket_fields')).toBe('refused')

    await readAccount(fields({ id: 2, title: 'Colour' }), { db })
    expect(readAccountFact(db, 'resolution_field_id')).toBe(null)
  })
})

describe('account settings', () => {
  it('may be told as text, or not at all', async () => {
    const db = await readAccount({
      '/api/v2/account/settings': {
        settings: {
          agents: { agent_workspace: 'true' },
          chat: { enabled: false, integrated: 'perhaps' },
          active_features: { customer_satisfaction: 1 },
        },
      },
    })

    expect(readAccountFact(db, 'agent_workspace')).toBe('true')
    expect(readAccountFact(db, 'chat_enabled')).toBe('false')
    expect(readAccountFact(db, 'chat_integrated')).toBe(null)
    expect(readAccountFact(db, 'csat_enabled')).toBe('true')
    expect(readAccountFact(db, 'messaging_inactivity')).toBe(null)
  })
})

describe('articles', () => {
  it('without a count are not none', async () => {
    const db = await readAccount({ [ARTICLES]: { articles: [], meta: { has_more: false } } })

    expect(count(db, 'article_count')).toBe(0)
    expect(readAccountSources(db).get('article_counts')).toBe('absent')
  })

  it('are counted for the brand of the configured host alone', async () => {
    const own = { id: 2, name: 'B', subdomain: 'shop', created_at: '2026-01-01T00:00:00Z' }
    const { sync } = scripted(({ path }) =>
      path === ARTICLES ? { count: 7 } : accountAnswer(path, [brand, own]),
    )
    const config = {
      ...sync.config,
      zendesk: { ...sync.config.zendesk, baseUrl: 'https://shop.zendesk.com' },
    }

    await syncByName({ ...sync, config }, 'account')

    expect(sync.db.prepare('select brand_id, count from article_count').all()).toEqual([
      { brand_id: 2, count: 7 },
    ])
  })

  it('are not asked for where the brand has no help centre', async () => {
    const { sync, requests } = scripted(({ path }) =>
      accountAnswer(path, [{ ...brand, has_help_center: false }]),
    )

    await syncByName(sync, 'account')

    expect(requests.filter(({ path }) => path === ARTICLES)).toEqual([])
    expect(readAccountSources(sync.db).has('article_counts')).toBe(false)
  })
})

/** Reads an account that gives these answers: a body, or the status it refuses with. */
async function readAccount(answers: Readonly<Record<string, unknown>>, given: SyncGiven = {}) {
  const { sync } = scripted(({ path }: ZendeskRequest) => {
    const answer = answers[path]
    if (typeof answer === 'number') throw new UpstreamError('refused', answer)
    if (answer !== undefined) return answer
    return path === '/api/v2/account/settings' ? inSeoul : accountAnswer(path, [brand])
  }, given)
  await syncByName(sync, 'account')
  return sync.db
}

async function readSimulated(features: Partial<SimulatorFeatures> = {}, given: SyncGiven = {}) {
  const clock = given.clock ?? frozenClock(testNow)
  const zendesk = await startSimulator({ world, clock, limits: 'off', features })
  try {
    const sync = syncFrom(zendesk.url, given)
    await syncByName(sync, 'account')
    return sync.db
  } finally {
    await zendesk.close()
  }
}
