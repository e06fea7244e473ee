import { describe, expect, it } from 'vitest'
import { latest } from '../../client/latest.ts'

describe('latest', () => {
  it('lets only the newest work speak, however late the older one ends', async () => {
    const newest = latest()
    const heard: string[] = []
    const slow = deferred()
    const quick = deferred()

    const first = newest.run(() => slow.promise, hear(heard), fail)
    const second = newest.run(() => quick.promise, hear(heard), fail)
    quick.resolve('new')
    await second
    slow.resolve('old')
    await first

    expect(heard).toEqual(['new'])
  })

  it('aborts the older work', () => {
    const newest = latest()
    let signal: AbortSignal | null = null

    void newest.run(
      (given) => ((signal = given), Promise.resolve()),
      () => {},
      fail,
    )
    void newest.run(
      () => Promise.resolve(),
      () => {},
      fail,
    )

    expect(signal).toHaveProperty('aborted', true)
  })

  it('is silent about the failure of older work', async () => {
    const newest = latest()
    const heard: string[] = []
    const slow = deferred()

    const first = newest.run(
      () => slow.promise,
      hear(heard),
      () => heard.push('failed'),
    )
    await newest.run(() => Promise.resolve('new'), hear(heard), fail)
    slow.reject(new Error('too late'))
    await first

    expect(heard).toEqual(['new'])
  })

  it('is silent after cancel', async () => {
    const newest = latest()
    const heard: string[] = []

    const run = newest.run(() => Promise.resolve('new'), hear(heard), fail)
    newest.cancel()
    await run

    expect(heard).toEqual([])
  })
})

function deferred() {
  let resolve: (answer: string) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<string>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

function hear(heard: string[]): (answer: string) => void {
  return (answer) => heard.push(answer)
}

function fail(error: unknown): void {
  throw error
}
