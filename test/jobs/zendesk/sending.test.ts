import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send } from '../../../jobs/zendesk/sending.ts'

const silent = createServer(() => undefined)
const running = new AbortController().signal
let url: URL

beforeAll(async () => {
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  url = new URL(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`)
})

afterAll(() => {
  silent.closeAllConnections()
  silent.close()
})

describe('a request that nobody answers', () => {
  it('ends with the time-out', async () => {
    await expect(send(url, {}, { timeoutMs: 50, signal: running })).rejects.toThrow('no answer in time')
  })

  it('ends with the time-out even when memory is collected meanwhile', async () => {
    const said = send(url, {}, { timeoutMs: 400, signal: running }).catch(String)

    await collectGarbage()

    expect(await Promise.race([said, wait(10_000, 'never')])).toContain('no answer in time')
  })

  it('ends at once when the job is stopped', async () => {
    const job = new AbortController()
    const said = send(url, {}, { timeoutMs: 60_000, signal: job.signal })

    job.abort(new Error('the process stops'))

    await expect(said).rejects.toThrow('the process stops')
  })

  it('is not even sent when the job has been stopped before', async () => {
    await expect(
      send(url, {}, { timeoutMs: 60_000, signal: AbortSignal.abort(new Error('stopped')) }),
    ).rejects.toThrow('stopped')
  })
})

/** Collects unreachable memory several times, as a busy process does while it waits. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let round = 0; round < 10; round++) {
    await wait(10)
    collect()
  }
}
