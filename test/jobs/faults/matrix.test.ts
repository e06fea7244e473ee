import { beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseContent } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import type { Fault, FaultHook } from '../../zendesk-sim/faults.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { differences, disturbedReading, undisturbedContent } from './disturbed-account.ts'

const world = createSmallWorld(testNow, { scale: 0.02 })
let wanted: DatabaseContent

beforeAll(async () => {
  wanted = await undisturbedContent(world)
  expect(wanted.conversation.length).toBeGreaterThan(400)
})

const retryAfter = { 'Retry-After': '0.02' }
const faults: Record<string, Fault> = {
  'status 429 that says when to come back': { kind: 'status', status: 429, headers: retryAfter },
  'status 429 that says nothing more': { kind: 'status', status: 429, body: 'Too many requests' },
  'status 500 with a web page': { kind: 'status', status: 500 },
  'status 502 with a web page': { kind: 'status', status: 502 },
  'status 503 with a web page': { kind: 'status', status: 503 },
  'status 503 that says when to come back': { kind: 'status', status: 503, headers: retryAfter },
  'a web page instead of JSON': { kind: 'status', status: 200, body: '<html>maintenance</html>' },
  'a socket dropped in the middle of a body': { kind: 'drop' },
  'JSON that is cut off': { kind: 'truncate' },
  'an empty answer': { kind: 'empty' },
  'an answer that comes twice': { kind: 'replay' },
  'a page whose rows stand on it twice': { kind: 'duplicate' },
  'a page whose rows stand in another order': { kind: 'reverse' },
}

describe.each(Object.entries(faults))('%s', (_name, fault) => {
  it('on every third request leaves what an undisturbed run leaves', { timeout: 120_000 }, async () => {
    const { content, leaks } = await disturbedReading(world, { faults: everyNth(3, fault) })

    expect(differences(content, wanted)).toEqual([])
    expect(leaks).toEqual([])
  })
})

describe('no answer at all', () => {
  it('ends with the time-out and leaves what an undisturbed run leaves', { timeout: 120_000 }, async () => {
    const faults = everyNth(40, { kind: 'hang' })

    // Long enough for answers of a process that is busy summing up what it read.
    const { content, leaks } = await disturbedReading(world, { faults }, { timeoutMs: 1_000 })

    expect(differences(content, wanted)).toEqual([])
    expect(leaks).toEqual([])
  })
})

describe('pages of three rows, far shorter than asked for', () => {
  it('are read to the end', { timeout: 120_000 }, async () => {
    const { content } = await disturbedReading(world, { pageRows: 3 })

    expect(differences(content, wanted)).toEqual([])
  })
})

describe('an account all of whose pages hold their rows twice and backwards', () => {
  it('leaves what an orderly one leaves', { timeout: 120_000 }, async () => {
    const { content } = await disturbedReading(world, { faults: () => ({ kind: 'jumble' }), pageRows: 100 })

    expect(differences(content, wanted)).toEqual([])
  })
})

/** Spoils every n-th request, beginning with the n-th. */
function everyNth(n: number, fault: Fault): FaultHook {
  let asked = 0
  return () => (++asked % n === 0 ? fault : null)
}
