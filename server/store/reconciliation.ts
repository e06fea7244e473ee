import type { Causes, ReconciliationKind, Tally } from '../metrics/reconciliation.ts'
import { isRed } from '../metrics/reconciliation.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** The brand under which the whole account stands. */
export const WHOLE_ACCOUNT = 0

/** What is compared at once. */
export type Slice = {
  kind: ReconciliationKind
  /** WHOLE_ACCOUNT where the source knows no brand. */
  brandId: number
  channel: string
  scope: 'agent' | 'ai_agent' | ''
  /** First day: brand-local, UTC for the whole account. */
  day: Day
  /** 7: a Monday–Sunday week of which only the total was compared, and it was the same. */
  days: 1 | 7
}
export type CheckedSlice = Slice &
  Tally & {
    state: 'green' | 'red'
    /** How often history was opened anew for it since it turned red. */
    rereads: number
    /** Epoch ms. */
    checkedAt: number
  }

/** One day of the calendar on the data health page. */
export type ReconciliationDay = {
  /** Null: the whole account, by UTC days. */
  brandId: number | null
  day: Day
  /** Red if any slice of the day is. */
  state: 'green' | 'red'
  /** Sums over the slices compared by day; null where only weekly totals were compared. */
  theirs: number | null
  ours: number | null
  explained: number | null
  unexplained: number | null
  causes: Causes
  /** What the day is made of, red first. A slice of a week stands on each of its days with the week's numbers. */
  slices: CheckedSlice[]
}

type Row = {
  kind: ReconciliationKind
  brand_id: number
  day: string
  days: 1 | 7
  channel: string
  scope: Slice['scope']
  theirs: number
  ours: number
  explained: number
  unexplained: number
  state: 'green' | 'red'
  causes: string
  rereads: number
  checked_at: number
}

/**
 * Keeps what a check found in place of all earlier checks of the same days. Returns the slice as it is kept and
 * whether its state is another than before.
 */
export function saveCheck(
  db: Database,
  slice: Slice,
  tally: Tally,
  now: number,
): { checked: CheckedSlice; hasTurned: boolean } {
  return inTransaction(db, () => {
    const before = readOverlapping(db, slice)
    const state = isRed(tally) ? 'red' : 'green'
    const wasRed = before.some((row) => row.state === 'red')
    const rereads = state === 'green' ? 0 : Math.max(0, ...before.map((row) => row.rereads))
    const checked: CheckedSlice = { ...slice, ...tally, state, rereads, checkedAt: now }
    deleteOverlapping(db, slice)
    insertCheck(db, checked)
    return { checked, hasTurned: wasRed !== (state === 'red') }
  })
}

/** Notes that history was opened anew for these slices. */
export function noteReread(db: Database, slices: readonly CheckedSlice[]): void {
  inTransaction(db, () => {
    for (const slice of slices) {
      statement(
        db,
        `update reconciliation set rereads = rereads + 1
         where kind = :kind and brand_id = :brandId and channel = :channel and scope = :scope and day = :day`,
      ).run(keyOf(slice))
    }
  })
}

/** Forgets the checks of messaging channels that are not counted any more. */
export function forgetOtherChannels(db: Database, channels: readonly string[]): void {
  statement(
    db,
    `delete from reconciliation
     where kind = 'tickets' and channel not in (select value from json_each(:channels))`,
  ).run({ channels: JSON.stringify(channels) })
}

/** Every check of one kind, oldest day first. */
export function readChecks(db: Database, kind: ReconciliationKind): CheckedSlice[] {
  return statement<Row>(db, 'select * from reconciliation where kind = :kind order by day')
    .all({ kind })
    .map(sliceOf)
}

/** Every slice that is red, newest first. */
export function readRedSlices(db: Database): CheckedSlice[] {
  return statement<Row>(
    db,
    `select * from reconciliation where state = 'red' order by day desc, kind, brand_id, channel, scope`,
  )
    .all()
    .map(sliceOf)
}

/**
 * The calendar: one entry per brand and day that was checked, oldest first.
 * @param question days half-open; `brandIds` null = every brand and the whole account, else these brands alone
 */
export function readReconciliation(
  db: Database,
  { brandIds, from, to }: { brandIds: readonly number[] | null; from: Day; to: Day },
): ReconciliationDay[] {
  const rows = statement<Row>(
    db,
    `select * from reconciliation
     where day > :earliest and day < :to
       and (:brandIds is null or brand_id in (select value from json_each(:brandIds)))
     order by state = 'red' desc, kind, channel, scope`,
  ).all({ earliest: addDays(from, -7), to, brandIds: brandIds && JSON.stringify(brandIds) })
  const byDay = new Map<string, ReconciliationDay>()
  for (const slice of rows.map(sliceOf)) {
    for (let i = 0; i < slice.days; i++) {
      const day = addDays(slice.day, i)
      if (day >= from && day < to) addToDay(byDay, day, slice)
    }
  }
  return [...byDay.values()].sort((one, other) =>
    one.day === other.day ? (one.brandId ?? 0) - (other.brandId ?? 0) : one.day < other.day ? -1 : 1,
  )
}

function addToDay(byDay: Map<string, ReconciliationDay>, day: Day, slice: CheckedSlice): void {
  const key = `${slice.brandId} ${day}`
  const entry: ReconciliationDay = byDay.get(key) ?? {
    brandId: slice.brandId === WHOLE_ACCOUNT ? null : slice.brandId,
    day,
    state: 'green',
    theirs: null,
    ours: null,
    explained: null,
    unexplained: null,
    causes: {},
    slices: [],
  }
  entry.slices.push(slice)
  if (slice.state === 'red') entry.state = 'red'
  if (slice.days === 1) {
    for (const column of ['theirs', 'ours', 'explained', 'unexplained'] as const)
      entry[column] = (entry[column] ?? 0) + slice[column]
    for (const [cause, count] of Object.entries(slice.causes) as [keyof Causes, number][])
      entry.causes[cause] = (entry.causes[cause] ?? 0) + count
  }
  byDay.set(key, entry)
}

function readOverlapping(db: Database, slice: Slice): CheckedSlice[] {
  return statement<Row>(db, `select * from reconciliation where ${overlaps}`).all(spanOf(slice)).map(sliceOf)
}

function deleteOverlapping(db: Database, slice: Slice): void {
  statement(db, `delete from reconciliation where ${overlaps}`).run(spanOf(slice))
}

const overlaps = `kind = :kind and brand_id = :brandId and channel = :channel and scope = :scope
  and day > :earliest and day < :to and (day >= :day or days = 7)`

function spanOf(slice: Slice) {
  return { ...keyOf(slice), earliest: addDays(slice.day, -7), to: addDays(slice.day, slice.days) }
}

function keyOf({ kind, brandId, channel, scope, day }: Slice) {
  return { kind, brandId, channel, scope, day }
}

function insertCheck(db: Database, checked: CheckedSlice): void {
  statement(
    db,
    `insert into reconciliation (kind, brand_id, day, days, channel, scope, theirs, ours, explained, unexplained,
       state, causes, rereads, checked_at)
     values (:kind, :brandId, :day, :days, :channel, :scope, :theirs, :ours, :explained, :unexplained,
       :state, :causes, :rereads, :checkedAt)`,
  ).run({ ...checked, causes: JSON.stringify(checked.causes) })
}

function sliceOf({ brand_id, checked_at, causes, ...row }: Row): CheckedSlice {
  return { ...row, brandId: brand_id, checkedAt: checked_at, causes: JSON.parse(causes) as Causes }
}
