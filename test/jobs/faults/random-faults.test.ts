import { asyncProperty, assert, constantFrom, integer, record, array } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseContent } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import type { Fault } from '../../zendesk-sim/faults.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { differences, disturbedReading, undisturbedContent } from './disturbed-account.ts'

const RUNS = 12
const world = createSmallWorld(testNow, { scale: 0.02 })
let wanted: DatabaseContent

beforeAll(async () => {
  wanted = await undisturbedContent(world)
})

const fault = constantFrom<Fault>(
  { kind: 'status', status: 429, headers: { 'Retry-After': '0.01' } },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503, headers: { 'Retry-After': '0.01' } },
  { kind: 'status', status: 200, body: '<html></html>' },
  { kind: 'drop' },
  { kind: 'truncate' },
  { kind: 'empty' },
  { kind: 'replay' },
  { kind: 'duplicate' },
  { kind: 'reverse' },
  { kind: 'jumble' },
)
/** After `gap` good answers, one bad one. */
const sequence = array(record({ gap: integer({ min: 0, max: 9 }), fault }), { minLength: 3, maxLength: 30 })
const pageRows = integer({ min: 2, max: 60 })

describe('any sequence of faults', () => {
  it('leaves what an undisturbed run leaves', { timeout: 300_000 }, async () => {
    await assert(
      asyncProperty(sequence, pageRows, async (steps, rows) => {
        const { content, leaks } = await disturbedReading(world, { faults: inTurn(steps), pageRows: rows })
        expect(differences(content, wanted)).toEqual([])
        expect(leaks).toEqual([])
      }),
      { numRuns: RUNS, seed: 20_261_122, endOnFailure: true },
    )
  })
})

function inTurn(steps: readonly { gap: number; fault: Fault }[]): () => Fault | null {
  const plan = steps.flatMap(({ gap, fault }) => [...Array.from({ length: gap }, () => null), fault])
  let asked = 0
  return () => plan[asked++] ?? null
}
