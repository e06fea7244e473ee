import { beforeAll, describe, expect, it } from 'vitest'
import { readBotExportDays } from '../../../server/store/bot-export-days.ts'
import { readHistoryProgress } from '../../../server/store/checkpoints.ts'
import { contentOf, differences } from '../../support/database-content.ts'
import type { Fault } from '../../zendesk-sim/faults.ts'
import type { Spoil } from './bot-world.ts'
import { databaseOfFewDays, lateTruth, signPath, simulatedBots, storedByBot, threeBots } from './bot-world.ts'
import { count } from './sync-support.ts'

const world = threeBots()
const { sync, syncWithFaults } = simulatedBots(world)

describe('what goes wrong leaves no trace', () => {
  let undisturbed: ReturnType<typeof contentOf>
  beforeAll(async () => {
    const db = databaseOfFewDays(world)
    await sync(db)
    undisturbed = contentOf(db)
  })

  const signed = (path: string) => path.startsWith('/signed/')
  it.each<[string, Spoil]>([
    [
      'files that are cut off',
      ({ path, count }) => (signed(path) && count === 1 ? { kind: 'truncate' } : null),
    ],
    ['files that break off', ({ path, count }) => (signed(path) && count === 1 ? { kind: 'drop' } : null)],
    ['empty files', ({ path, count }) => (signed(path) && count === 1 ? { kind: 'empty' } : null)],
    [
      'addresses that expired',
      ({ path, count }) =>
        path.endsWith('_000000000000.json') && count === 1 ? { kind: 'status', status: 403 } : null,
    ],
    [
      'a busy storage',
      ({ path, count }) => (signed(path) && count === 1 ? { kind: 'status', status: 503 } : null),
    ],
    [
      'too many requests',
      ({ path, count }) =>
        path === signPath && count % 3 === 0
          ? { kind: 'status', status: 429, headers: { 'retry-after': '0' } }
          : null,
    ],
    [
      'errors of the service',
      ({ path, count }) => (path === signPath && count % 3 === 0 ? { kind: 'status', status: 500 } : null),
    ],
    ['empty answers', ({ path, count }) => (path === signPath && count % 3 === 0 ? { kind: 'empty' } : null)],
    [
      'answers that are cut off',
      ({ path, count }) => (path === signPath && count % 3 === 0 ? { kind: 'truncate' } : null),
    ],
  ])('%s', { timeout: 60_000 }, async (_what, spoil) => {
    const db = databaseOfFewDays(world)

    await syncWithFaults(db, spoil)

    expect(differences(contentOf(db), undisturbed)).toEqual([])
  })

  it('a run that is stopped after every page', async () => {
    const db = databaseOfFewDays(world)
    for (let runs = 0; runs < 15; runs++) {
      const controller = new AbortController()
      await sync(db, { signal: controller.signal, onPage: () => controller.abort() })
    }
    const stopped = readBotExportDays(db).length
    await sync(db)

    expect(stopped).toBe(15)
    expect(differences(contentOf(db), undisturbed)).toEqual([])
  })
})

describe('a file that cannot be read', () => {
  const broken = 'conversation_b0700002_2026-11-13'

  it.each<[string, Fault, string]>([
    ['is put aside while the others are read', { kind: 'truncate' }, 'the file is cut off, or not JSON'],
    [
      'is put aside when its address is refused twice',
      { kind: 'status', status: 403 },
      'the signed address is refused, a new one too',
    ],
    [
      'is put aside when it is something else',
      { kind: 'status', status: 200, body: '<html></html>' },
      'the file is in a form this version does not know',
    ],
  ])('%s, and is read by the next run', async (_what, fault, reason) => {
    const db = databaseOfFewDays(world)

    const result = await syncWithFaults(db, ({ path }) => (path.includes(broken) ? fault : null))

    expect(result).toMatchObject({ left: 1, quarantined: 1 })
    expect(db.prepare('select id, path, reason from quarantine').all()).toEqual([
      { id: 'b0700002 2026-11-13', path: '(file)', reason },
    ])
    expect(count(db, 'bot_export_day')).toBe(14)
    expect(readHistoryProgress(db)).toMatchObject([{ done: false }])
    await sync(db)
    expect(storedByBot(db)).toEqual(lateTruth)
    expect(readHistoryProgress(db)).toMatchObject([{ done: true }])
  })

  it('one day that is refused as such does not hold up the others', async () => {
    const db = databaseOfFewDays(world)

    const result = await syncWithFaults(db, ({ path, count }) =>
      path === signPath && count === 5
        ? { kind: 'status', status: 400, body: '{"message":"bad date"}' }
        : null,
    )

    expect(result.left).toBe(1)
    expect(count(db, 'bot_export_day')).toBe(14)
  })

  it('a service that answers nothing at all is a failure', async () => {
    const db = databaseOfFewDays(world)

    const run = syncWithFaults(db, ({ path }) =>
      path === signPath
        ? { kind: 'status', status: 400, body: '{"message":"organizationId is missing"}' }
        : null,
    )

    await expect(run).rejects.toThrow('organizationId is missing')
  })
})
