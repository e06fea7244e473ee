import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../server/context.ts'
import type { StagedRow } from '../../server/import/line-reader.ts'
import { ImportFileError } from '../../server/store/import-files.ts'
import {
  applyBatch,
  beginApplying,
  beginStaging,
  finishApplying,
  stageRows,
  sweepBatch,
} from '../../server/store/import-staging.ts'
import type { ImportRecord, StoredProblem } from '../../server/store/imports.ts'
import { noCounts, problemsKept, readImport } from '../../server/store/imports.ts'
import { clearStaged } from './clear-staged.ts'
import { problemsOfLine } from './line-problems.ts'
import { readLines } from './read-lines.ts'

const BATCH_LINES = 500

/**
 * Reads the file into a waiting place, then puts its rows where those of the former file were. Killed while reading,
 * nothing has changed and it is read again; killed later, it goes on where it stopped.
 */
export async function putInPlace(
  ctx: Context,
  id: number,
  given: { name: string; replaces: number | null; signal: AbortSignal },
): Promise<void> {
  const { db, clock } = ctx
  const { signal } = given
  const state = () => recordOf(ctx, id).state
  if (state() !== 'applying' && state() !== 'sweeping') {
    await stage(ctx, recordOf(ctx, id), signal)
    beginApplying(db, recordOf(ctx, id), { ...given, now: clock.now() })
  }
  while (state() === 'applying') {
    signal.throwIfAborted()
    applyBatch(db, id)
    await setImmediate()
  }
  for (let isMore = true; isMore;) {
    signal.throwIfAborted()
    isMore = sweepBatch(db, id)
    await setImmediate()
  }
  finishApplying(db, id, clock.now())
}

/** @throws ImportFileError when no line can be taken: the former file's rows then stay */
async function stage(ctx: Context, record: ImportRecord, signal: AbortSignal): Promise<void> {
  const counts = { ...noCounts }
  let rows: { line: number; row: StagedRow }[] = []
  let problems: StoredProblem[] = []
  let kept = 0
  await clearStaged(ctx.db, record.id)
  beginStaging(ctx.db, record.id)
  for await (const read of readLines(ctx, record, signal)) {
    counts.rows += 1
    counts[read.problems.length > 0 ? 'rejected' : 'accepted'] += 1
    rows.push(...read.rows.map((row) => ({ line: read.line, row })))
    if (kept < problemsKept) {
      const found = problemsOfLine(record, read)
      kept += found.length
      problems.push(...found)
    }
    if (counts.rows % BATCH_LINES === 0) flush()
  }
  flush()
  if (counts.accepted === 0)
    throw new ImportFileError(
      `none of the ${counts.rows} rows can be read with this mapping, so nothing was changed; correct the mapping and try a dry run`,
      'nothing_accepted',
    )

  function flush(): void {
    stageRows(ctx.db, record.id, rows, problems, counts)
    rows = []
    problems = []
  }
}

function recordOf({ db }: Context, id: number): ImportRecord {
  const record = readImport(db, id)
  if (!record) throw new Error(`import ${id} was removed during its run; import the file again`)
  return record
}
