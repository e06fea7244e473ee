import { streamsOfKind } from '../../server/metrics/reconciliation.ts'
import { addDays } from '../../server/periods/day.ts'
import { startOfDay } from '../../server/periods/zone.ts'
import { brandSettingsOf } from '../../server/settings/default-settings.ts'
import { readOnceMore } from '../../server/store/checkpoint-windows.ts'
import { readStreamsReadAgain } from '../../server/store/checkpoints.ts'
import type { Database } from '../../server/store/database.ts'
import { inTransaction } from '../../server/store/database.ts'
import type { CheckedSlice } from '../../server/store/reconciliation.ts'
import { noteReread, readRedSlices, WHOLE_ACCOUNT } from '../../server/store/reconciliation.ts'
import { readAccountSettings } from '../../server/store/settings.ts'

type Span = { from: number; to: number }

/**
 * Exports are in the order of the last change, so a row of a red day stands where it was changed last: nearly always
 * within weeks, by the day a ticket is closed.
 */
const FIRST_REREAD_DAYS = 45
/** Once the weeks after it, once everything since; what is red after that stays red and is shown. */
const MOST_REREADS = 2
/** The other kinds are listed by their creation, and every sync reads the days compared again. */
const kinds: readonly CheckedSlice['kind'][] = ['tickets', 'chats']

/**
 * Has the next sync read the history of red days again; nothing stored is removed, and verdicts stand meanwhile. A
 * stream that is still at it is left to finish. Returns how many slices that concerns.
 * @param since epoch ms: what was read again before is read once more only if a check since then found it red still
 */
export function reopenRedDays(db: Database, since: number): number {
  return inTransaction(db, () => {
    const busy = readStreamsReadAgain(db)
    const red = readRedSlices(db).filter(
      (slice) =>
        kinds.includes(slice.kind) &&
        slice.rereads < MOST_REREADS &&
        (slice.rereads === 0 || slice.checkedAt >= since) &&
        !streamsOf(slice).some((stream) => busy.has(stream)),
    )
    const spans = new Map<string, Span[]>()
    for (const slice of red) {
      for (const stream of streamsOf(slice)) {
        spans.set(stream, [...(spans.get(stream) ?? []), spanOf(db, slice)])
      }
    }
    for (const [stream, list] of spans) {
      const ranges = merged(list).map(({ from, to }) => ({ from, to: to === Infinity ? null : to }))
      readOnceMore(db, stream, ranges)
    }
    noteReread(db, red)
    return red.length
  })
}

function streamsOf({ kind, scope }: CheckedSlice): readonly string[] {
  if (kind !== 'tickets') return streamsOfKind[kind]
  return scope === 'agent' ? ['tickets-agent'] : ['tickets-ai-agent']
}

function spanOf(db: Database, { brandId, day, rereads }: CheckedSlice): Span {
  const zone = brandId === WHOLE_ACCOUNT ? 'UTC' : brandSettingsOf(readAccountSettings(db), brandId).zone
  const from = startOfDay(day, zone)
  return { from, to: rereads === 0 ? startOfDay(addDays(day, FIRST_REREAD_DAYS), zone) : Infinity }
}

/** Overlapping spans as one, so that nothing is read twice. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}
