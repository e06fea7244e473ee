import { setImmediate } from 'node:timers/promises'
import type { Context } from '../server/context.ts'
import { isZone } from '../server/periods/zone.ts'
import { importKinds } from '../server/import/import-kinds.ts'
import { textEncodings } from '../server/import/text-encoding.ts'
import { InvalidRequestError } from '../server/platform/problem.ts'
import { deleteFile, ImportFileError } from '../server/store/import-files.ts'
import { findSource, importsOfSource } from '../server/store/import-sources.ts'
import { closeOwnRequest, failImport, removeBatch } from '../server/store/import-staging.ts'
import type { ImportRecord } from '../server/store/imports.ts'
import { deleteImport, readImport, readImportProblems, updateImportState } from '../server/store/imports.ts'
import { clearStaged } from './imports/clear-staged.ts'
import { dryRun } from './imports/dry-run.ts'
import { delimiterNamed, openImport } from './imports/open-import.ts'
import { putInPlace } from './imports/put-in-place.ts'
import { fileOf } from './imports/read-lines.ts'
import type { JobContext } from './job-context.ts'
import { refreshDerived } from './refresh-derived.ts'
import type { JobOptions, TaskOption } from './task.ts'

const SHOWN_PROBLEMS = 20

/** What `npm run job -- import` takes. The page names the import it made; the command line names a file. */
export const importOptions: Readonly<Record<string, TaskOption>> = {
  import: { kind: 'text', check: number },
  remove: { kind: 'text', check: number },
  replaces: { kind: 'text', check: number },
  file: { kind: 'path' },
  kind: { kind: 'text', check: (value) => oneOf(importKinds, value) },
  mapping: { kind: 'text' },
  name: { kind: 'text', check: (value) => (value.length > 80 ? 'must be 80 letters or fewer' : null) },
  encoding: { kind: 'text', check: (value) => oneOf(textEncodings, value) },
  delimiter: {
    kind: 'text',
    check: (value) => (delimiterNamed(value) === null ? 'must be one sign, or tab' : null),
  },
  zone: {
    kind: 'text',
    check: (value) => (isZone(value) ? null : `"${value}" is not a time zone; use a name such as Asia/Seoul`),
  },
  'date-order': { kind: 'text', check: (value) => oneOf(['dmy', 'mdy'], value) },
  brand: { kind: 'text', check: number },
  'dry-run': { kind: 'flag' },
}

/** What belongs together on one command line. */
export function checkImportOptions(options: JobOptions): { field: string; message: string }[] {
  const ways = ['import', 'remove', 'file'].filter((name) => options[name] !== undefined)
  if (ways.length !== 1)
    return [{ field: 'file', message: 'name one: --file PATH, --import ID or --remove ID' }]
  if (options.file !== undefined && options.kind === undefined)
    return [{ field: 'kind', message: `is missing; use ${importKinds.join(' or ')}` }]
  return []
}

/** Imports a file, tries it (`dry-run`), or takes a former import out again; then brings sums and verdicts up to date. */
export async function runImport(
  ctx: JobContext,
  options: JobOptions,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  if (typeof options.remove === 'string') return removeImport(ctx, Number(options.remove), signal)
  const record = await openImport(ctx, options)
  if (record.state === 'done' || record.state === 'replaced') return finish(ctx, record.id, signal)
  const replaces = typeof options.replaces === 'string' ? Number(options.replaces) : null
  const name = record.name ?? record.kind
  if (options['dry-run'] === true && ['applying', 'sweeping', 'removing'].includes(record.state))
    throw new InvalidRequestError(`import ${record.id} is being put in place or taken out; wait for its end`)
  try {
    refuseWrongSource(ctx, record, name, replaces)
    if (options['dry-run'] === true) {
      await dryRun(ctx, record, { name, replaces, signal })
      return { ...summaryOf(ctx, record.id), dryRun: true }
    }
    await putInPlace(ctx, record.id, { name, replaces, signal })
  } catch (error) {
    await noteFailure(ctx, record.id, error, signal)
    throw error
  }
  return finish(ctx, record.id, signal)
}

/** What is left once the rows are in place; done again where a run was killed during it. */
async function finish(ctx: JobContext, id: number, signal: AbortSignal): Promise<Record<string, unknown>> {
  const record = readImport(ctx.db, id)
  if (!record) throw new InvalidRequestError(`import ${id} was removed during its run`)
  await clearStaged(ctx.db, id)
  if (record.is_ours === 1) deleteFile(fileOf(ctx, record))
  const derived = await refreshDerived(ctx, signal)
  closeOwnRequest(ctx.db, record, ctx.clock.now())
  return { ...summaryOf(ctx, id), ...derived }
}

/** Takes out every row an import brought, then forgets it with all its earlier versions. */
async function removeImport(
  ctx: JobContext,
  id: number,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const record = readImport(ctx.db, id)
  if (!record) return { import: id, ...(await refreshDerived(ctx, signal)) }
  const holds =
    record.state === 'done' ||
    record.state === 'removing' ||
    record.state === 'applying' ||
    record.state === 'sweeping'
  const imports = holds && record.source_id !== null ? importsOfSource(ctx.db, record.source_id) : [id]
  if (holds) {
    updateImportState(ctx.db, id, { state: 'removing', counts: record.counts })
    for (let isMore = true; isMore;) {
      signal.throwIfAborted()
      isMore = removeBatch(ctx.db, record)
      await setImmediate()
    }
  }
  // The one that was named goes last: a run that is killed is known by it.
  for (const each of [...imports.filter((other) => other !== id), id]) {
    const file = readImport(ctx.db, each)
    await clearStaged(ctx.db, each)
    deleteImport(ctx.db, each)
    if (file?.is_ours === 1) deleteFile(fileOf(ctx, file))
  }
  return { import: id, ...(holds ? await refreshDerived(ctx, signal) : {}) }
}

/** A killed or stopped run goes on later; what is wrong with the file is told where the file is shown. */
async function noteFailure(ctx: Context, id: number, error: unknown, signal: AbortSignal): Promise<void> {
  const state = readImport(ctx.db, id)?.state
  if (signal.aborted || state === 'applying' || state === 'sweeping') return
  await clearStaged(ctx.db, id)
  failImport(ctx.db, id, {
    code: error instanceof ImportFileError ? error.code : null,
    value: error instanceof ImportFileError && error.line !== null ? String(error.line) : null,
    text: error instanceof Error ? error.message : String(error),
    now: ctx.clock.now(),
  })
}

function refuseWrongSource(
  { db }: Context,
  record: ImportRecord,
  name: string,
  replaces: number | null,
): void {
  if (replaces === null) return
  const former = readImport(db, replaces)
  if (!former || former.source_id === null || former.kind !== record.kind || former.state !== 'done')
    throw new ImportFileError(
      `import ${replaces} is none of this kind whose rows are in place; choose another`,
      'replaces_unusable',
    )
  const other = findSource(db, { kind: record.kind, name, file_name: record.file_name })
  if (other !== null && other !== former.source_id)
    throw new ImportFileError(
      `a file named ${record.file_name} was imported already as "${name}"; remove that import first or choose another name`,
      'name_taken',
    )
}

function summaryOf({ db }: Context, id: number): Record<string, unknown> {
  const record = readImport(db, id)
  return {
    import: id,
    name: record?.name ?? null,
    ...record?.counts,
    problems: readImportProblems(db, id, SHOWN_PROBLEMS).map(({ line, header, code, value }) => ({
      line,
      column: header,
      reason: code,
      ...(value === null ? {} : { value }),
    })),
  }
}

function number(value: string): string | null {
  return /^\d{1,15}$/.test(value) ? null : 'is not a number'
}

function oneOf(choices: readonly string[], value: string): string | null {
  return choices.includes(value) ? null : `must be one of: ${choices.join(', ')}`
}
