import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf, startOfDay } from '../periods/zone.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'

type StreamHistory = Pick<
  HistoryProgress,
  'stream' | 'progress' | 'coveredFrom' | 'completeTo' | 'done' | 'isAbsent'
>

export type HistoryState = {
  /** The history the question needs is here. */
  isReady: boolean
  /** 0…100 of the needed span. */
  percent: number
  /** Everything the source changed before this moment is here; null before the first complete read. */
  completeTo: number | null
  /** Earlier days are only partly here; null = all of them are, Infinity = nothing is. */
  coveredFrom: number | null
}

/** Days before the cutover that a verdict waits for. */
const DAYS_BEFORE_CUTOVER = 26 * 7
/** Reads single tickets, not a history; what it has not read yet shows in the known shares instead. */
const READ_BY_TICKET = 'ticket-details'
const EVERYTHING: Day = '0001-01-01'
/** Weeks can still be added to it: years beyond 9999 would sort before all others. */
const NOTHING: Day = '9000-01-01'
const DAY_MS = 86_400_000

/**
 * Whether the streams cover what a brand's question needs: 26 weeks before its cutover, or everything there is.
 * Without a cutover only the whole history can tell that the brand never moved.
 */
export function historyState(
  streams: readonly StreamHistory[],
  needed: readonly string[],
  cutover: Day | null,
  zone: string,
): HistoryState {
  const absent = streams.filter(({ isAbsent }) => isAbsent).map(({ stream }) => stream)
  const names = needed.filter((name) => name !== READ_BY_TICKET && !absent.includes(name))
  const neededFrom = cutover === null ? null : startOfDay(addDays(cutover, -DAYS_BEFORE_CUTOVER), zone)
  const states = names.map((name) => stateOfStream(streams, name, neededFrom))
  const completes = states.map((state) => state.completeTo)
  return {
    isReady: states.every((state) => state.isReady),
    percent: Math.min(100, ...states.map((state) => state.percent)),
    completeTo:
      completes.length === 0 || completes.includes(null)
        ? null
        : Math.min(...completes.filter((at) => at !== null)),
    coveredFrom: latest(states.map((state) => state.coveredFrom)),
  }
}

/** The first local day that is here completely. */
export function firstCoveredDay({ coveredFrom }: HistoryState, zone: string): Day {
  if (coveredFrom === null) return EVERYTHING
  return coveredFrom === Infinity ? NOTHING : dayOf(coveredFrom + DAY_MS - 1, zone)
}

function stateOfStream(
  streams: readonly StreamHistory[],
  name: string,
  neededFrom: number | null,
): HistoryState {
  const found = streams.find(({ stream }) => stream === name)
  if (!found || found.completeTo === null)
    return { isReady: false, percent: 0, completeTo: null, coveredFrom: Infinity }
  const { done, progress, completeTo, coveredFrom } = found
  if (done) return { isReady: true, percent: 100, completeTo, coveredFrom: null }
  if (coveredFrom === null || neededFrom === null)
    return {
      isReady: false,
      percent: Math.min(99, Math.floor(progress * 100)),
      completeTo,
      coveredFrom: coveredFrom ?? Infinity,
    }
  const isReady = coveredFrom <= neededFrom
  const share = (completeTo - coveredFrom) / (completeTo - neededFrom)
  const percent = isReady ? 100 : Math.min(99, Math.max(0, Math.floor(share * 100)))
  return { isReady, percent, completeTo, coveredFrom }
}

function latest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null)
  return known.length === 0 ? null : Math.max(...known)
}
