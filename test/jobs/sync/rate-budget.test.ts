import { describe, expect, it } from 'vitest'
import type { RateBudget } from '../../../jobs/zendesk/rate-budget.ts'
import { createRateBudgets } from '../../../jobs/zendesk/rate-budget.ts'
import type { Timekeeper } from '../../../jobs/zendesk/waiting.ts'

const never = new AbortController().signal

it('after a 429 that names no time the next request waits for the next window', async () => {
  const time = fakeTime()
  const { incremental } = createRateBudgets(1, time)
  await incremental.take(1, never)
  incremental.settle({ headers: new Headers(), status: 429 })
  incremental.spend()
  let isServed = false
  const next = incremental.take(1, never).then(() => (isServed = true))

  await time.passSlowly(59_000)
  expect(isServed).toBe(false)
  await time.passSlowly(2_000)
  await next
})

describe('streams that share a bucket', () => {
  it('are served in the order in which they came', async () => {
    const { account, time } = spentAccount()
    const served: string[] = []
    const begun = ['details', 'ratings', 'details', 'surveys', 'account'].map((name) =>
      account.take(1, never).then(() => served.push(name)),
    )

    time.pass(60_100)
    await Promise.all(begun)

    expect(served).toEqual(['details', 'ratings', 'details', 'surveys', 'account'])
  })

  it('get on beside one that asks many times at once', async () => {
    const { account, time } = spentAccount()
    const served = { details: 0, ratings: 0 }
    const demand = async (name: keyof typeof served, share: number) => {
      for (;;) {
        await account.take(share, never)
        served[name]++
        account.settle({ headers: new Headers(), status: 200 })
      }
    }
    for (let i = 0; i < 6; i++) void demand('details', 0.5)
    void demand('ratings', 1)

    for (let minute = 0; minute < 3; minute++) await time.passSlowly(60_100)

    expect(served.details + served.ratings).toBe(600)
    expect(served.ratings).toBeGreaterThanOrEqual(300)
    expect(served.details).toBeGreaterThan(200)
  })

  it('pass one whose share is spent, which is first again when the next window opens', async () => {
    const { account, time } = spentAccount()
    time.pass(60_100)
    for (let i = 0; i < 100; i++) {
      await account.take(1, never)
      account.settle({ headers: new Headers(), status: 200 })
    }
    const served: string[] = []
    const details = account.take(0.5, never).then(() => served.push('details'))
    const ratings = account.take(1, never).then(() => served.push('ratings'))

    await ratings
    expect(served).toEqual(['ratings'])
    time.pass(60_100)
    await details

    expect(served).toEqual(['ratings', 'details'])
  })

  it('wait no longer than the pause Zendesk asked for', async () => {
    const { account, time } = freshAccount()
    account.pause(30_000)
    let isServed = false
    const taken = account.take(1, never).then(() => (isServed = true))

    time.pass(29_000)
    await Promise.resolve()
    expect(isServed).toBe(false)
    time.pass(1_100)
    await taken

    expect(isServed).toBe(true)
  })

  it('leave the line when they are stopped, and nobody behind them waits for it', async () => {
    const { account, time } = spentAccount()
    const controller = new AbortController()
    const stopped = account.take(1, controller.signal)
    const behind = account.take(1, never)

    controller.abort()
    time.pass(60_100)

    await expect(stopped).rejects.toThrow(/abort/i)
    await behind
  })
})

describe('what a bucket tells of itself', () => {
  it('counts requests, refusals and what is left', async () => {
    const { account } = freshAccount()
    await account.take(1, never)
    account.settle({
      headers: new Headers({ 'ratelimit-limit': '700', 'ratelimit-remaining': '640' }),
      status: 200,
    })
    await account.take(1, never)
    account.settle({ headers: new Headers(), status: 429 })

    expect(account.look()).toMatchObject({ limit: 700, remaining: 639, requests: 2, refused: 1 })
  })

  it('tells the time in which the limit was the brake from the time of requests', async () => {
    const { account, time } = spentAccount()
    const before = account.look()
    const taken = account.take(1, never)
    time.pass(60_100)
    await taken
    time.pass(400)
    account.settle({ headers: new Headers(), status: 200 })

    const after = account.look()

    expect(after.heldUpMs - before.heldUpMs).toBe(60_005)
    expect(after.underWayMs - before.underWayMs).toBe(495)
  })

  it('goes on from where an earlier run left it', async () => {
    const { account, time } = freshAccount()
    account.resume({ limit: 400, remaining: 0, resetsInMs: 20_000, pausedForMs: 0 })
    let isServed = false
    const taken = account.take(1, never).then(() => (isServed = true))

    time.pass(19_000)
    await Promise.resolve()
    expect(isServed).toBe(false)
    time.pass(1_100)
    await taken

    expect(account.look()).toMatchObject({ limit: 400, remaining: 399 })
  })
})

function freshAccount(): { account: RateBudget; time: ReturnType<typeof fakeTime> } {
  const time = fakeTime()
  return { account: createRateBudgets(1, time).account, time }
}

/** An account whose 200 requests of this minute have been made. */
function spentAccount() {
  const { account, time } = freshAccount()
  for (let i = 0; i < 200; i++) {
    void account.take(1, never)
    account.settle({ headers: new Headers(), status: 200 })
  }
  return { account, time }
}

/** A clock that runs only when told to. */
function fakeTime(): Timekeeper & {
  pass(milliseconds: number): void
  passSlowly(milliseconds: number): Promise<void>
} {
  let now = 0
  const alarms = new Set<{ at: number; work: () => void }>()
  const pass = (milliseconds: number) => {
    const end = now + milliseconds
    for (;;) {
      const [next] = [...alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      alarms.delete(next)
      now = next.at
      next.work()
    }
    now = end
  }
  return {
    now: () => now,
    after(milliseconds, work) {
      const alarm = { at: now + milliseconds, work }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    pass,
    async passSlowly(milliseconds) {
      for (let passed = 0; passed < milliseconds; passed += 50) {
        pass(50)
        for (let turn = 0; turn < 400; turn++) await Promise.resolve()
      }
    },
  }
}
