import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { withinTime } from '../../client/within-time.ts'

describe('work that never ends', () => {
  it('is ended when its time is over, even when memory is collected meanwhile', async () => {
    const wanted = new AbortController().signal
    const end = withinTime(300, wanted, forEver).catch(String)

    await collectGarbage()

    expect(await Promise.race([end, wait(10_000, 'never')])).toContain('No answer in time')
  })

  it('is ended when nobody wants it any longer', async () => {
    const caller = new AbortController()
    const end = withinTime(60_000, caller.signal, forEver)

    caller.abort(new Error('another page'))

    await expect(end).rejects.toThrow('another page')
  })

  it('is ended at once when nobody wanted it from the start', async () => {
    const end = withinTime(60_000, AbortSignal.abort(new Error('gone')), forEver)

    await expect(end).rejects.toThrow('gone')
  })
})

it('gives back what the work gave', async () => {
  expect(await withinTime(60_000, undefined, () => Promise.resolve(7))).toBe(7)
})

async function forEver(end: AbortSignal): Promise<never> {
  return await new Promise((_, reject) => {
    const fail = () => reject(end.reason as Error)
    if (end.aborted) fail()
    end.addEventListener('abort', fail)
  })
}

/** Collects unreachable memory several times, as a busy page does while it waits. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let round = 0; round < 10; round++) {
    await wait(10)
    collect()
  }
}
