import { createApp } from '../../server/app.ts'
import { refreshGrid } from '../../server/comparison/compare-grid.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { addDays } from '../../server/periods/day.ts'
import { addEvent as addAlertEvent } from '../../server/store/alert-events.ts'
import { createRule } from '../../server/store/alert-rules.ts'
import { addEvent } from '../../server/store/events.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { setGoal } from '../../server/store/goals.ts'
import { startJobRun } from '../../server/store/job-runs.ts'
import { requestJob } from '../../server/store/job-requests.ts'
import { findPersonByEmail } from '../../server/store/people.ts'
import { claimDelivery, settleDelivery } from '../../server/store/report-deliveries.ts'
import { writeRecipients } from '../../server/store/report-recipients.ts'
import { createSchedule, usualChoices } from '../../server/store/report-schedules.ts'
import type { BrandStory } from '../comparison/synthetic-account.ts'
import { now, syntheticAccount, writeSum } from '../comparison/synthetic-account.ts'
import { insertBotRecord, insertBotTicket, insertTicket } from '../store/measures/measured.ts'
import { insertAnswer, insertConversation } from '../support/conversation-rows.ts'
import { addPerson } from '../support/people.ts'
import { testContext } from '../support/test-context.ts'

/** Whatever tells of a brand carries its number or its name: neither is part of any other number or word here. */
export const HANEUL = 810_031
export const BADA = 810_047
export const UNKNOWN = 999_983
const GONE = 990_061

export type HiddenBrands = { moved: BrandStory; stayed: BrandStory }

/** Two accounts that differ in nothing but brands some people may not see. */
export const hiddenOnes: HiddenBrands = {
  moved: { id: 990_011, name: 'Cheonghae', movedOn: '2026-03-16', perDay: 35, firstReplyRatio: 0.4 },
  stayed: { id: 990_017, name: 'Dokdo', movedOn: null, perDay: 45 },
}
export const otherHiddenOnes: HiddenBrands = {
  moved: { id: 990_029, name: 'Yeonpyeong', movedOn: '2026-05-25', perDay: 25, firstReplyRatio: 2.5 },
  stayed: { id: 990_037, name: 'Ulleung', movedOn: null, perDay: 90 },
}

export const people = {
  admin: { email: 'admin@example.com', role: 'administrator', brandIds: 'all' },
  manager: { email: 'manager@example.com', role: 'manager', brandIds: 'all' },
  viewer: { email: 'viewer@example.com', role: 'viewer', brandIds: [HANEUL, BADA, GONE] },
  limited: { email: 'limited@example.com', role: 'manager', brandIds: [HANEUL] },
  newcomer: { email: 'newcomer@example.com', role: 'viewer', brandIds: [] },
} as const
export type Name = keyof typeof people

/** Ids of things by the brand they belong to; events of 0 belong to every brand. */
export type Things = {
  events: Map<number, number>
  importId: number
  jobId: number
  /** An administrator's report of a hidden brand, and a mail of it. */
  reportId: number
  deliveryId: number
  /** An administrator's alert about a hidden brand, with what it noticed. */
  alertId: number
}

/** An account of two brands anybody may be shown and two that most may not, with its grid of verdicts and its rows. */
export function scopeAccount(hidden: HiddenBrands, isScopeStrict: boolean) {
  const stories: BrandStory[] = [
    { id: HANEUL, name: 'Haneul', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
    { id: BADA, name: 'Bada', movedOn: null, perDay: 40 },
    hidden.moved,
    hidden.stayed,
  ]
  const db = syntheticAccount(stories)
  statement(
    db,
    `insert into brand (id, name, subdomain, is_default, active, deleted, created_at)
     values (:GONE, 'Gone', 'gone-host', 0, 1, 1, 0)`,
  ).run({ GONE })
  for (const story of stories) writeRows(db, story)
  updateCutovers(db)
  refreshGrid(db, now, isScopeStrict)
  const ctx = testContext({ db, config: { isScopeStrict } })
  for (const person of Object.values(people)) addPerson(ctx, person)
  return { ctx, app: createApp(ctx), hidden, things: writeThings(db, hidden) }
}

/** Chats before, tickets with and without a bot after, each with its group, topic, language, rating and agent. */
function writeRows(db: Database, { id, name, movedOn }: BrandStory): void {
  statement(db, 'update brand set subdomain = :host where id = :id').run({ id, host: `${name}-host` })
  statement(db, "insert into grp (id, name, deleted) values (:id, :name || ' desk', 0)").run({
    id: id * 10,
    name,
  })
  statement(
    db,
    "insert into agent (id, role, active, default_group_id, zone) values (:id, 'agent', 1, null, null)",
  ).run({ id: id * 100 })
  for (let n = 0; n < 24; n += 1) {
    const later = n === 13 && movedOn !== null ? movedOn : addDays('2026-10-05', n - 12)
    const day = n < 12 ? addDays('2026-03-02', n) : later
    const place = {
      ...{ brand_id: id, group_id: id * 10, topic: `${name} returns`, language: `x-${name}` },
      ...{ day, started_at: Date.parse(`${day}T10:00:00+09:00`), ticket_id: id * 1000 + n },
      first_reply_seconds: 20 + n,
    }
    if (n < 12 || movedOn === null) insertConversation(db, { id: `chat:${id}-${n}`, ...place })
    else if (n % 3 === 0) insertBotTicket(db, id * 1000 + n, { ...place, first_reply_seconds: null })
    else insertTicket(db, id * 1000 + n, { ...place, bot_involved: n % 2 })
    if (n % 4 === 0)
      insertAnswer(db, {
        id: `rating:${id}-${n}`,
        ...(n < 12 ? { conversation_id: `chat:${id}-${n}` } : { ticket_id: id * 1000 + n }),
        ...{ source: n < 12 ? 'chat_rating' : 'legacy_rating', reason: `${name} reason` },
        ...{ offered_at: now, category: n % 8 === 0 ? 'bad' : 'good' },
      })
    // One agent works for every brand.
    for (const agentId of [id * 100, 5])
      statement(
        db,
        `insert into agent_day (brand_id, day, agent_id, engagements, engaged_seconds, agent_seconds)
         values (:id, :day, :agentId, 3, :seconds, 7000)`,
      ).run({ id, day: place.day, agentId, seconds: 7000 + n })
  }
  insertBotRecord(db, `export:${id}`, { brand_id: id, day: '2026-10-06', resolved: 1, survey_stars: 5 })
  for (const metric of ['containment_rate', 'handoff_rate'])
    writeSum(db, { brandId: id, day: '2026-10-06', source: 'messaging', metric, n: id % 1000, numerator: 7 })
}

/** A report by mail of a brand most may not see. */
function writeReport(
  db: Database,
  { id, name }: BrandStory,
): Pick<Things, 'reportId' | 'deliveryId' | 'alertId'> {
  const timing = {
    zone: 'Asia/Seoul',
    cadence: { every: 'day' as const },
    minuteOfDay: 480,
    lastDay: null,
  }
  const ownerId = findPersonByEmail(db, people.admin.email)?.id ?? 0
  const choices = { ...usualChoices(`${name} report`), timing, brandIds: [id] }
  const reportId = createSchedule(db, choices, { ownerId, notBefore: now })
  const outside = { address: `${name.toLowerCase()}@outside.example`, name, language: 'en' as const }
  const addresses = [{ ...outside, brandIds: [id] }]
  writeRecipients(db, reportId, { personIds: [ownerId], groupIds: [], addresses })
  const deliveryId = claimDelivery(db, {
    ...{ scheduleId: reportId, address: outside.address, personId: null, occasion: '2026-11-02' },
    ...{ periodFrom: '2026-10-26', periodTo: '2026-11-02', messageId: `<${name}@example.com>`, now },
  })
  settleDelivery(db, Number(deliveryId), { outcome: 'sent', message: name, now })
  return { reportId, deliveryId: Number(deliveryId), alertId: writeAlert(db, ownerId, { id, name }) }
}

function writeAlert(db: Database, ownerId: number, { id, name }: Pick<BrandStory, 'id' | 'name'>): number {
  const watch = { kind: 'verdict' as const, change: 'worse' as const, metrics: null }
  const ruleId = createRule(
    db,
    {
      ...{ name: `${name} alert`, watch, brandIds: [id], tellsEnd: true, repeatDays: null },
      ...{ zone: 'Asia/Seoul', hours: null, tellsAdministrators: false },
    },
    { ownerId, now },
  )
  const words = { en: name, ko: name }
  const facts = {
    ...{ kind: 'verdict' as const, metric: 'first_reply' as const, sentence: words },
    ...{ from: 'improved' as const, to: 'worse' as const },
  }
  const subject = `${id} first_reply`
  addAlertEvent(
    db,
    { ruleId, grid: 'shared', subject, brandId: id, kind: 'begun', at: now, spell: now, facts },
    [people.admin.email],
  )
  return ruleId
}

/** What people and jobs left behind: notes on days, an import, a job, differences from Zendesk's counts. */
function writeThings(db: Database, { moved, stayed }: HiddenBrands): Things {
  const author = { actor: people.admin.email, now }
  const noteOn = (brandId: number | null, words: string) =>
    addEvent(db, { brandId, day: '2026-10-05', kind: 'outage', words }, author)
  const events = new Map([
    [0, noteOn(null, 'network down')],
    [HANEUL, noteOn(HANEUL, 'Haneul sale')],
    [moved.id, noteOn(moved.id, `${moved.name} sale`)],
    [stayed.id, noteOn(stayed.id, `${stayed.name} sale`)],
  ])
  for (const brandId of [HANEUL, moved.id, stayed.id]) {
    setGoal(db, { brandId, metric: 'first_reply', value: brandId / 1000, dueOn: null }, author)
    statement(
      db,
      `insert into reconciliation (kind, brand_id, day, days, channel, scope, theirs, ours, explained, unexplained, state,
         causes, rereads, checked_at)
       values ('tickets', :brandId, '2026-11-02', 1, 'native_messaging', 'agent', :brandId * 10, 1, 0, :brandId * 10, 'red', '{}',
         0, 0)`,
    ).run({ brandId })
  }
  statement(
    db,
    `insert into quarantine (stream, id, path, reason, sample, first_seen_at)
     values ('chats', :id, '/rating', :reason, null, 0)`,
  ).run({ id: `chat:${moved.id}`, reason: `unknown ${moved.name}` })
  startJobRun(db, 'sync-all', now)
  const { lastInsertRowid: importId } = statement(
    db,
    `insert into import (kind, file_name, stored_at, is_ours, size_bytes, content_hash, encoding, delimiter, headers, mapping,
       name, state, counts, message, created_by, created_at, ended_at)
     values ('chats', :name || '.csv', 'gone.csv', 0, 10, 'hash', 'utf-8', ',', '["a"]', '{}', :name, 'failed', null, :name,
       'admin@example.com', 0, 0)`,
  ).run({ name: moved.name })
  const asked = { name: 'compare', options: { brand: moved.name }, requestedBy: people.admin.email, now }
  return { events, importId: Number(importId), jobId: requestJob(db, asked), ...writeReport(db, moved) }
}
