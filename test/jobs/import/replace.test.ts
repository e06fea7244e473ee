import { describe, expect, it } from 'vitest'
import { prune } from '../../../jobs/prune.ts'
import { statement } from '../../../server/store/database.ts'
import { readImports } from '../../../server/store/imports.ts'
import { claimNextJobRequest, finishJobRequest } from '../../../server/store/job-requests.ts'
import { contentOf } from '../../support/database-content.ts'
import { botRows, importAccount } from './import-account.ts'

const header = 'conversation id,day,brand,resolved\n'
const lines = (from: number, to: number, verdict = 'yes') =>
  Array.from(
    { length: to - from },
    (_, n) => `c${from + n},2026-06-0${1 + ((from + n) % 5)},102,${verdict}\n`,
  ).join('')

describe('a file imported again', () => {
  it('under the same name replaces what it brought before', async () => {
    const { db, write, importBots } = importAccount()
    await importBots(write('a.csv', header + lines(0, 10)))

    const summary = await importBots(write('a.csv', header + lines(5, 8) + lines(8, 12, 'no')))

    expect(summary).toMatchObject({ rows: 7, accepted: 7, added: 2, changed: 2, unchanged: 3, removed: 5 })
    expect(
      botRows(db)
        .map(({ resolved }) => resolved)
        .sort(),
    ).toEqual([0, 0, 0, 0, 1, 1, 1])
    expect(readImports(db).map(({ state }) => state)).toEqual(['done', 'replaced'])
  })

  it('unchanged changes no row', async () => {
    const { db, write, importBots } = importAccount()
    const file = write('a.csv', header + lines(0, 10))
    await importBots(file)
    const before = contentOf(db)

    expect(await importBots(file)).toMatchObject({ added: 0, changed: 0, unchanged: 10, removed: 0 })
    for (const table of ['bot_conversation', 'conversation', 'rollup_day', 'rollup_dirty', 'import_source'])
      expect(contentOf(db)[table]).toEqual(before[table])
  })

  it('under another name stands beside it, unless it is said to replace it', async () => {
    const { db, write, importBots } = importAccount()
    await importBots(write('april.csv', header + lines(0, 3)))
    await importBots(write('may.csv', header + lines(3, 5)))
    expect(botRows(db)).toHaveLength(5)

    await importBots(write('april-2.csv', header + lines(0, 1)), { replaces: '1' })

    expect(botRows(db)).toHaveLength(3)
    await importBots(write('april-2.csv', header + lines(0, 2)))
    expect(botRows(db)).toHaveLength(4)
  })

  it('under another name counts no conversation twice, and says which lines it left out', async () => {
    const { db, write, importBots } = importAccount()
    await importBots(write('may.csv', header + lines(0, 3)))

    const tried = await importBots(write('may (1).csv', header + lines(1, 5)), { 'dry-run': true })
    const summary = await importBots(write('may (1).csv', header + lines(1, 5)))

    expect(tried).toMatchObject({ rows: 4, accepted: 2, skipped: 2 })
    expect(summary).toMatchObject({ rows: 4, accepted: 2, skipped: 2, added: 2 })
    expect(summary.problems).toEqual([
      { line: 2, column: null, reason: 'held_from_import' },
      { line: 3, column: null, reason: 'held_from_import' },
    ])
    expect(botRows(db)).toHaveLength(5)
  })

  it('under another name adds no day a former file counts already, however its outcomes are parted', async () => {
    const { db, write, importBots } = importAccount()
    const counted = 'day,brand,count,resolved count,escalated count\n'
    await importBots(write('may.csv', `${counted}2026-05-01,102,10,10,0\n`))

    const summary = await importBots(
      write('june.csv', `${counted}2026-05-01,102,20,10,4\n2026-06-01,102,9,5,1\n`),
    )

    expect(summary).toMatchObject({ rows: 2, accepted: 1, skipped: 1, added: 3 })
    expect(botRows(db).reduce((sum, { count }) => sum + count, 0)).toBe(19)
  })

  it('from a Mac, which takes the letters of its name apart, is the same file', async () => {
    const { db, write, importBots } = importAccount()
    await importBots(write('오월.csv'.normalize('NFC'), header + lines(0, 3)))

    await importBots(write('오월.csv'.normalize('NFD'), header + lines(0, 2)))

    expect(botRows(db)).toHaveLength(2)
  })

  it('of which no line can be read leaves everything as it was', async () => {
    const { db, write, importBots } = importAccount()
    await importBots(write('a.csv', header + lines(0, 3)))

    await expect(importBots(write('a.csv', `${header}c1,someday,102,yes\n`))).rejects.toThrow(
      'nothing was changed',
    )

    expect(botRows(db)).toHaveLength(3)
    expect(readImports(db).map(({ state }) => state)).toEqual(['failed', 'done'])
    expect(statement(db, 'select count(*) as n from import_row').get()).toEqual({ n: 0 })
  })
})

describe('a dry run', () => {
  it('says what would happen and writes nothing but that', async () => {
    const { db, write, importBots } = importAccount()
    const before = contentOf(db)

    const summary = await importBots(write('a.csv', `${header}${lines(0, 3)}c9,never,102,yes\n`), {
      'dry-run': true,
    })

    expect(summary).toMatchObject({ dryRun: true, rows: 4, accepted: 3, rejected: 1, added: 0 })
    const after = contentOf(db)
    const changed = Object.keys(after).filter(
      (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
    )
    expect(changed.filter((table) => table !== 'import' && table !== 'import_problem')).toEqual([])
  })
})

describe('an import that was taken out', () => {
  it('leaves nothing of its rows', async () => {
    const { db, write, importBots, run } = importAccount()
    await importBots(write('a.csv', header + lines(0, 3)))
    await importBots(write('b.csv', header + lines(3, 5)))

    await run({ remove: '1' })

    expect(botRows(db)).toHaveLength(2)
    expect(readImports(db).map(({ file_name }) => file_name)).toEqual(['b.csv'])
    expect(statement(db, 'select file_name from import_source').all()).toEqual([{ file_name: 'b.csv' }])
  })
})

describe('a mapping', () => {
  it('is remembered under its name and used for the next file with the same headers', async () => {
    const { db, write, importBots } = importAccount()
    const mapping = write(
      'explore.json',
      JSON.stringify({ columns: { day: 'A', resolved: 'B', brand: 'C' } }),
    )
    await importBots(write('june.csv', 'A,B,C\n2026-06-01,yes,102\n'), { mapping })

    await importBots(write('july.csv', 'A,B,C\n2026-07-01,yes,102\n'))

    expect(botRows(db).map(({ day }) => day)).toEqual(['2026-06-01', '2026-07-01'])
    expect(readImports(db).map(({ name }) => name)).toEqual(['explore', 'explore'])
  })

  it('that names no column of the file is refused with the columns there are', async () => {
    const { write, importBots } = importAccount()

    await expect(importBots(write('a.csv', 'A,B\n1,2\n'))).rejects.toThrow('The columns are: A | B')
  })
})

describe('an import that was killed', () => {
  it('at any step ends with the content of one that was not', { timeout: 120_000 }, async () => {
    const undisturbed = importAccount()
    await undisturbed.importBots(undisturbed.write('a.csv', header + lines(0, 1400)))
    await undisturbed.importBots(undisturbed.write('a.csv', header + lines(600, 1800)))
    const wanted = contentOf(undisturbed.db)
    // Each of the 1,201 lines asks twice whether to stop, to find the order of dates and to be read; then each batch.
    const steps = [1, 700, 1900, ...Array.from({ length: 12 }, (_, n) => 2400 + n)]
    let wentOn = 0

    for (const step of steps) {
      const { db, run, write, importBots } = importAccount()
      await importBots(write('a.csv', header + lines(0, 1400)))
      const file = write('a.csv', header + lines(600, 1800))
      await run({ file, kind: 'bot-resolutions' }, abortingAt(step)).catch(() => undefined)
      const request = claimNextJobRequest(db)
      if (request) wentOn += 1
      await run(request ? request.options : { file, kind: 'bot-resolutions' })

      const got = contentOf(db)
      for (const table of ['bot_conversation', 'rollup_day', 'rollup_dirty', 'import_source', 'import_row'])
        expect(got[table], `${table} after step ${step}`).toEqual(wanted[table])
      expect(claimNextJobRequest(db)).toBeNull()
    }
    expect(wentOn).toBeGreaterThanOrEqual(5)
  })
})

describe('an import whose process ended between two steps', () => {
  it('in place already: sums are brought up to date and nothing waits to be read', async () => {
    const { db, write, importBots, run } = importAccount()
    await importBots(write('a.csv', header + lines(0, 3)))
    db.exec(
      `insert into import_row values (1, 'k', 2, '{}');
       insert into rollup_dirty (brand_id, day) values (102, '2026-06-01')`,
    )

    await run({ import: '1' })

    expect(statement(db, 'select count(*) as n from import_row').get()).toEqual({ n: 0 })
    expect(statement(db, 'select count(*) as n from rollup_dirty').get()).toEqual({ n: 0 })
  })

  it('half taken out: it is carried to its end', async () => {
    const { ctx, db, write, importBots, run } = importAccount()
    await importBots(write('a.csv', header + lines(0, 3)))
    await importBots(write('b.csv', header + lines(3, 5)))
    db.exec("update import set state = 'removing' where id = 1")

    expect([prune(ctx).importsBegun, prune(ctx).importsBegun]).toEqual([1, 0])
    await run(claimNextJobRequest(db)?.options ?? {})

    expect(botRows(db)).toHaveLength(2)
    expect(readImports(db).map(({ id, state }) => [id, state])).toEqual([[2, 'done']])
  })

  it('half put in place, and the run that went on with it failed: it is tried again', async () => {
    const { ctx, db, write, run } = importAccount()
    const file = write('a.csv', header + lines(0, 3))
    for (let step = 1; readImports(db)[0]?.state !== 'applying'; step++)
      await run({ file, kind: 'bot-resolutions' }, abortingAt(step)).catch(() => undefined)
    const first = claimNextJobRequest(db)
    expect(prune(ctx).importsBegun).toBe(0)
    finishJobRequest(db, first?.id ?? 0, { outcome: 'failed', message: 'disk full', summary: null, now: 0 })

    expect([prune(ctx).importsBegun, prune(ctx).importsBegun]).toEqual([1, 0])
    await run(claimNextJobRequest(db)?.options ?? {})

    expect(readImports(db)[0]?.state).toBe('done')
    expect(botRows(db)).toHaveLength(3)
  })
})

/** A signal that is aborted when it is asked for the n-th time, as by a process that ends there. */
function abortingAt(step: number): AbortSignal {
  const controller = new AbortController()
  const { signal } = controller
  let asked = 0
  const ask = signal.throwIfAborted.bind(signal)
  signal.throwIfAborted = () => {
    asked += 1
    if (asked === step) controller.abort(new Error('killed'))
    ask()
  }
  return signal
}
