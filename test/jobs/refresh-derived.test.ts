import { expect, it } from 'vitest'
import { refreshDerived } from '../../jobs/refresh-derived.ts'
import { runJobByName } from '../../jobs/run-job.ts'
import { GridKeeper } from '../../server/comparison/grid/grid-keeper.ts'
import { syntheticAccount } from '../comparison/synthetic-account.ts'
import { testContext } from '../support/test-context.ts'

const signal = new AbortController().signal

it('what one job of a process made is not made again by the next, unless it runs on its own', async () => {
  const db = syntheticAccount([
    { id: 1, name: 'Moved', movedOn: '2026-04-20' },
    { id: 2, name: 'Stayed', movedOn: null },
  ])
  const made: string[] = []
  const grid = new GridKeeper((brandId, metric) => made.push(`${brandId} ${metric}`))
  const ctx = testContext({ db })

  await refreshDerived({ ...ctx, grid }, signal)
  expect(made).toContain('1 demand')

  made.length = 0
  expect((await runJobByName({ ...ctx, grid }, 'compare', {}, signal)).outcome).toBe('ok')
  expect(made).toEqual([])

  const before = db.prepare('select * from comparison_cell').all()
  await refreshDerived(ctx, signal)
  expect(db.prepare('select * from comparison_cell').all()).toEqual(before)
})
