import type { Tally } from '../../server/metrics/reconciliation.ts'
import { compareCounts, compareIds, streamsOfKind } from '../../server/metrics/reconciliation.ts'
import type { Day, Period } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { readHistoryProgress, streamCompleteTo } from '../../server/store/checkpoints.ts'
import { countStoredChats } from '../../server/store/reconciliation-counts.ts'
import { readChecks, WHOLE_ACCOUNT } from '../../server/store/reconciliation.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import type { ListedKind } from '../../server/store/stored-ids.ts'
import { findIdsOfDeletedTickets, findStoredIds, readStoredIds } from '../../server/store/stored-ids.ts'
import { streams } from '../streams/index.ts'
import type { Stream, SyncContext } from '../streams/stream.ts'
import { countChats } from './count-chats.ts'
import { dueSlices } from './due-slices.ts'
import { readIdsOf } from './list-ids.ts'
import { overlapOf, settledDays } from './settled-days.ts'
import type { Allowance, ReconcileProgress } from './slice-check.ts'
import { keepCheck } from './slice-check.ts'

const DAY_MS = 86_400_000
const USUAL_TRAILING_DAYS = 30

export type ReconcileQuestion = {
  sync: SyncContext
  allowance: Allowance
  progress: ReconcileProgress
  /** Days somebody asked for. */
  asked: Period | null
}

/** Live chats and offline messages of the whole account by UTC day: Chat's search knows no brand. */
export async function reconcileChats(question: ReconcileQuestion, first: Day): Promise<void> {
  const { db } = question.sync
  const settled = settledOf(question, 'chats', first)
  if (settled === null) return
  const stored = countStoredChats(db, settled.from, settled.to)
  const { deletedChatsInSearch } = readAccountSettings(db).readings
  const storedOn = (day: Day) => {
    const { present, deleted } = stored.get(day) ?? { present: 0, deleted: 0 }
    return deletedChatsInSearch === 'hidden'
      ? { present, deleted }
      : { present: present + deleted, deleted: 0 }
  }
  await eachDueDay(question, 'chats', settled, {
    oursOn: (day) => storedOn(day).present + storedOn(day).deleted,
    compare: async (day) =>
      compareCounts(await countChats(question.allowance.client, startOf(day), endOf(day)), storedOn(day)),
  })
}

/**
 * Ratings, surveys or engagements of the whole account by UTC day: the ids Zendesk lists beside those that are stored,
 * over the days each sync reads again anyway, those that somebody asks for and those that were red.
 */
export async function reconcileListed(
  question: ReconcileQuestion,
  kind: ListedKind,
  first: Day,
): Promise<void> {
  const { sync, allowance, asked } = question
  const { db } = sync
  const trailing = trailingFrom(sync, kind)
  const red = new Set(
    readChecks(db, kind)
      .filter(({ state }) => state === 'red')
      .map(({ day }) => day),
  )
  const [earliest] = [trailing, ...red, ...(asked ? [asked.from] : [])].sort()
  const settled = settledOf(question, kind, [earliest, first, keptFrom(sync, kind)].sort()[2])
  if (settled === null) return
  const stored = readStoredIds(db, kind, startOf(settled.from), startOf(settled.to))
  await eachDueDay(question, kind, settled, {
    isOne: (day) =>
      day >= trailing || red.has(day) || (asked !== null && day >= asked.from && day < asked.to),
    oursOn: (day) => stored.get(day)?.size ?? 0,
    compare: async (day) => {
      const listed = await readIdsOf[kind](allowance.client, startOf(day), endOf(day))
      return compareListed(sync, kind, listed, stored.get(day) ?? new Set())
    },
  })
}

function compareListed(
  { db }: SyncContext,
  kind: ListedKind,
  listed: readonly { id: string; listedAt: number | null }[],
  stored: ReadonlySet<string>,
): Tally {
  const syncedTo = streamCompleteTo(db, streamsOfKind[kind]) ?? 0
  const listedAt = new Map(listed.map((row) => [row.id, row.listedAt]))
  const notOfThatDay = findStoredIds(
    db,
    kind,
    [...listedAt.keys()].filter((id) => !stored.has(id)),
  )
  const theirs = new Set([...listedAt.keys()].filter((id) => !notOfThatDay.has(id)))
  const ofDeletedTickets = findIdsOfDeletedTickets(
    db,
    kind,
    [...stored].filter((id) => !theirs.has(id)),
  )
  return compareIds(theirs, stored, (id, side) => {
    if (side === 'extra') return ofDeletedTickets.has(id) ? 'deleted' : null
    return (listedAt.get(id) ?? 0) >= syncedTo ? 'not_yet_synced' : null
  })
}

type DayByDay = {
  /** Whether a day is compared at all; default: all are. */
  isOne?: (day: Day) => boolean
  oursOn: (day: Day) => number
  compare: (day: Day) => Promise<Tally>
}

async function eachDueDay(
  { sync, allowance, progress, asked }: ReconcileQuestion,
  kind: ListedKind | 'chats',
  settled: Period,
  { isOne = () => true, oursOn, compare }: DayByDay,
): Promise<void> {
  const now = sync.clock.now()
  const due = dueSlices({
    settled,
    today: dayOf(now, 'UTC'),
    now,
    oursOn,
    checks: new Map(readChecks(sync.db, kind).map((check) => [check.day, check])),
    verdictDays: [],
    asked,
    mayCheckWeeks: false,
  })
  for (const { day } of due.filter((slice) => isOne(slice.day))) {
    sync.signal.throwIfAborted()
    if (allowance.isSpent()) return
    const slice = { kind, brandId: WHOLE_ACCOUNT, channel: '', scope: '', day, days: 1 } as const
    keepCheck(sync, progress, slice, await compare(day))
  }
}

function settledOf({ sync }: ReconcileQuestion, kind: ListedKind | 'chats', first: Day): Period | null {
  const settled = settledDays(readHistoryProgress(sync.db), streamsOfKind[kind], 'UTC')
  return settled && overlapOf(settled, { from: first, to: settled.to })
}

/** The first whole day among those every sync reads again. */
function trailingFrom({ db }: SyncContext, kind: ListedKind): Day {
  const days = streamOf(kind)?.trailingDays?.(readAccountSettings(db).readings) ?? USUAL_TRAILING_DAYS
  const completeTo = streamCompleteTo(db, streamsOfKind[kind]) ?? 0
  return dayOf(completeTo - (days - 1) * DAY_MS, 'UTC')
}

/** The first day Zendesk still has whole; '' where it forgets none. */
function keptFrom({ db, clock }: SyncContext, kind: ListedKind): Day {
  const days = streamOf(kind)?.keptDays?.(readAccountSettings(db).readings)
  return days === undefined ? '' : dayOf(clock.now() - (days - 1) * DAY_MS, 'UTC')
}

function streamOf(kind: ListedKind): Stream | undefined {
  return streams.find(({ name }) => name === streamsOfKind[kind][0])
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function endOf(day: Day): number {
  return startOf(addDays(day, 1))
}
