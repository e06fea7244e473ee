import { z } from 'zod'
import type { Checkpoint } from '../server/store/checkpoints.ts'
import { clockAllowanceMs } from '../server/store/checkpoints.ts'
import type { Course } from './read-window.ts'

const DAY_MS = 86_400_000
/** Exports count in whole seconds: the last one may be half read. */
const BORDER_MS = 1000

/** The forward window of a stream ordered by time of change: goes on from its cursor for ever. */
export function changesCourse({ starts_at, cursor }: Checkpoint, exclusionMs: number): Course {
  return {
    position: { startsAt: starts_at, endsAt: null, cursor },
    // How far it was complete may have been read off a clock that is ahead of Zendesk's.
    restartsAt: (checkpoint) =>
      Math.max(starts_at, (checkpoint.complete_to ?? 0) - exclusionMs - clockAllowanceMs),
    advance: (checkpoint, page, isDone, readAt) => ({
      ...checkpoint,
      cursor: page.cursor,
      complete_to: Math.max(
        checkpoint.complete_to ?? 0,
        isDone ? readAt - exclusionMs : (page.reachedAt ?? 0),
      ),
      rows: checkpoint.rows + page.rows,
    }),
  }
}

/** One window of history: read once. */
export function backfillCourse({ starts_at, ends_at, cursor }: Checkpoint): Course {
  return {
    position: { startsAt: starts_at, endsAt: ends_at, cursor },
    restartsAt: (checkpoint) => Math.max(starts_at, (checkpoint.complete_to ?? 0) - BORDER_MS),
    advance: (checkpoint, page, isDone) => ({
      ...checkpoint,
      cursor: isDone ? null : page.cursor,
      complete_to: isDone ? ends_at : Math.min(ends_at ?? Infinity, page.reachedAt ?? starts_at),
      done: isDone ? 1 : 0,
      rows: checkpoint.rows + page.rows,
    }),
  }
}

/** What there is now: read whole each time. */
export function presentCourse({ starts_at }: Checkpoint): Course {
  return {
    position: { startsAt: starts_at, endsAt: null, cursor: null },
    restartsAt: () => starts_at,
    advance: (checkpoint, page, isDone, readAt) => ({
      ...checkpoint,
      cursor: null,
      complete_to: isDone ? readAt : checkpoint.complete_to,
      done: isDone ? 1 : 0,
      rows: checkpoint.rows + page.rows,
    }),
  }
}

const stretchSchema = z.object({ from: z.number(), until: z.number(), cursor: z.string() })

/**
 * The forward window of a stream that only knows times of creation: the stretch since it was last complete and the
 * trailing days before that are read again, because rows change, or come to be listed, after they were made. An
 * interrupted stretch is finished first, within its own bounds.
 */
export function trailingCourse(forward: Checkpoint, now: number, trailingDays: number): [Checkpoint, Course] {
  const interrupted = forward.cursor === null ? null : stretchSchema.parse(JSON.parse(forward.cursor))
  const stretch = interrupted ?? {
    from: Math.min(forward.complete_to ?? now, now) - trailingDays * DAY_MS,
    until: now,
    cursor: null,
  }
  const course: Course = {
    position: { startsAt: stretch.from, endsAt: stretch.until, cursor: stretch.cursor },
    restartsAt: () => stretch.from,
    advance: (checkpoint, page, isDone) => ({
      ...checkpoint,
      cursor: isDone ? null : JSON.stringify({ ...stretch, cursor: page.cursor }),
      complete_to: isDone ? stretch.until : checkpoint.complete_to,
      rows: checkpoint.rows + page.rows,
    }),
  }
  return [interrupted ? forward : { ...forward, rows: 0 }, course]
}
