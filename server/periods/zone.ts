import type { Day } from './day.ts'

const QUARTER_HOUR_MS = 900_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const WEEK_HOURS = 168
/** The epoch began on a Thursday. */
const HOURS_BEFORE_EPOCH = 72

type Offsets = { formatter: Intl.DateTimeFormat; byQuarterHour: Map<number, number> }
const zones = new Map<string, Offsets>()

/**
 * Milliseconds to add to UTC for local time. Zones change their offset only on quarter hours,
 * so one look-up per quarter hour is enough.
 */
function offsetAt(instant: number, zone: string): number {
  let offsets = zones.get(zone)
  if (!offsets) {
    offsets = { formatter: localFormatter(zone), byQuarterHour: new Map() }
    zones.set(zone, offsets)
  }
  const bucket = Math.floor(instant / QUARTER_HOUR_MS)
  let offset = offsets.byQuarterHour.get(bucket)
  if (offset === undefined) {
    offset = measureOffset(bucket * QUARTER_HOUR_MS, offsets.formatter)
    offsets.byQuarterHour.set(bucket, offset)
  }
  return offset
}

function localFormatter(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}

function measureOffset(instant: number, formatter: Intl.DateTimeFormat): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value)
  const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second)
  return local - instant
}

/** Days since the epoch → their names: conversations by the thousand share a day. */
const dayNames = new Map<number, Day>()

/** The local day of an instant (epoch ms) in an IANA zone. */
export function dayOf(instant: number, zone: string): Day {
  const days = Math.floor((instant + offsetAt(instant, zone)) / DAY_MS)
  let name = dayNames.get(days)
  if (name === undefined) dayNames.set(days, (name = new Date(days * DAY_MS).toISOString().slice(0, 10)))
  return name
}

/** Milliseconds since local midnight by the wall clock. */
export function timeOfDay(instant: number, zone: string): number {
  const local = instant + offsetAt(instant, zone)
  return ((local % DAY_MS) + DAY_MS) % DAY_MS
}

/** 0 = Monday 00:00–00:59 local … 167 = Sunday 23:00. */
export function hourOfWeek(instant: number, zone: string): number {
  const localHour = Math.floor((instant + offsetAt(instant, zone)) / HOUR_MS)
  return (((localHour + HOURS_BEFORE_EPOCH) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS
}

/**
 * The first instant of a local day. Where a change of clocks skips midnight, the first instant that exists.
 * @example startOfDay('2026-11-16', 'Asia/Seoul') // 2026-11-15T15:00:00Z
 */
export function startOfDay(day: Day, zone: string): number {
  return instantOf(day, 0, zone)
}

/** The instant at which the wall clock shows `timeMs` after midnight of `day`. */
export function instantOf(day: Day, timeMs: number, zone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + timeMs
  const before = offsetAt(wall - DAY_MS / 2, zone)
  const after = offsetAt(wall + DAY_MS / 2, zone)
  const early = wall - before
  const between = offsetAt(early, zone)
  // Nearly always: no change of clocks is near.
  if (before === between && between === after) return early
  const candidates = [early, wall - between, wall - after]
  const exact = candidates.filter((instant) => instant + offsetAt(instant, zone) === wall)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
}

/** Making a formatter is slow, and settings are checked often: a zone once found is remembered. */
const seenZones = new Set<string>()

export function isZone(zone: string): boolean {
  if (seenZones.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    seenZones.add(zone)
    return true
  } catch {
    return false
  }
}
