import { describe, expect, it } from 'vitest'
import { keepBudgetSnapshots, resumeBudgets } from '../../../jobs/budget-snapshots.ts'
import { runJobByName } from '../../../jobs/run-job.ts'
import { createRateBudgets } from '../../../jobs/zendesk/rate-budget.ts'
import { readApiBudgets } from '../../../server/store/api-budgets.ts'
import { readLatestRuns } from '../../../server/store/data-health.ts'
import { testContext } from '../../support/test-context.ts'
import { answering, token } from './answering-server.ts'

const never = new AbortController().signal

describe('the API budgets a run leaves behind', () => {
  it('are written down at its end, and requests of one day add up over runs', async () => {
    const ctx = testContext()
    for (let run = 0; run < 2; run++) {
      const budgets = createRateBudgets(1)
      const stop = keepBudgetSnapshots(ctx, budgets)
      await budgets.incremental.take(1, never)
      budgets.incremental.settle({
        headers: new Headers({ 'zendesk-ratelimit-incremental-exports': 'total=30; remaining=7; resets=40' }),
        status: 200,
      })
      stop()
    }

    expect(readApiBudgets(ctx.db)).toMatchObject([
      { bucket: 'incremental', per_minute: 30, remaining: 7, requests: 2, refused: 0, day: '2026-11-16' },
    ])
  })

  it('are where the next run goes on', async () => {
    const ctx = testContext()
    const before = createRateBudgets(1)
    const stop = keepBudgetSnapshots(ctx, before)
    await before.account.take(1, never)
    before.account.settle({
      headers: new Headers({ 'ratelimit-limit': '700', 'ratelimit-remaining': '0', 'ratelimit-reset': '40' }),
      status: 200,
    })
    stop()

    const budgets = createRateBudgets(1)
    resumeBudgets(ctx, budgets)

    expect(budgets.account.look()).toMatchObject({ limit: 700, remaining: 0 })
    expect(budgets.account.look().resetsInMs).toBeGreaterThan(30_000)
  })
})

describe('a run that failed', () => {
  it('keeps the code of each stream that was refused, beside its sentence', async () => {
    const refused = { status: 403, body: '{"error":"Forbidden"}' }
    const zendesk = await answering([token('a-token'), ...Array.from({ length: 20 }, () => refused)])
    const ctx = testContext()
    Object.assign(ctx.config.zendesk, { baseUrl: zendesk.url })

    await runJobByName(ctx, 'sync-account', {}, never)

    const [run] = readLatestRuns(ctx.db)
    expect(run).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/^Zendesk refuses to show brands/),
    })
    expect(JSON.parse(run.failures ?? '')).toMatchObject([{ stream: 'account', code: 'account_403' }])
  })
})
