import type { Context } from '../../server/context.ts'
import { readConversation } from '../../server/store/conversation-rows.ts'
import { holderOf, isBotRowHeld } from '../../server/store/import-rows.ts'
import { findSource } from '../../server/store/import-sources.ts'
import type { ImportCounts, ImportRecord, StoredProblem } from '../../server/store/imports.ts'
import { noCounts, problemsKept, readImport } from '../../server/store/imports.ts'
import { reportDryRun } from '../../server/store/import-staging.ts'
import { clearStaged } from './clear-staged.ts'
import { problemsOfLine } from './line-problems.ts'
import { readLines } from './read-lines.ts'

/** Reads the whole file and says what a run would do; writes nothing but that. */
export async function dryRun(
  ctx: Context,
  record: ImportRecord,
  { name, replaces, signal }: { name: string; replaces: number | null; signal: AbortSignal },
): Promise<ImportCounts> {
  const { db } = ctx
  await clearStaged(db, record.id)
  const counts = { ...noCounts }
  const problems: StoredProblem[] = []
  const sourceId =
    replaces === null
      ? findSource(db, { kind: record.kind, name, file_name: record.file_name })
      : (readImport(db, replaces)?.source_id ?? null)
  for await (const read of readLines(ctx, record, signal)) {
    counts.rows += 1
    const held = read.rows.flatMap((row) =>
      row.kind === 'chats'
        ? (holderOf(db, row.row.facts, readConversation(db, row.row.facts.id), sourceId) ?? [])
        : isBotRowHeld(db, row.key, sourceId)
          ? ['held_from_import' as const]
          : [],
    )
    if (read.problems.length > 0) counts.rejected += 1
    else if (held.length > 0) counts.skipped += 1
    else counts.accepted += 1
    if (problems.length < problemsKept) problems.push(...problemsOfLine(record, read, held[0] ?? null))
  }
  reportDryRun(db, record.id, { counts, problems, now: ctx.clock.now() })
  return counts
}
