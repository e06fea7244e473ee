import { beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseContent } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import type { RunningSimulator } from './disturbed-account.ts'
import { differences, disturbedReading, undisturbedContent } from './disturbed-account.ts'

const world = createSmallWorld(testNow, { scale: 0.03 })
let wanted: DatabaseContent

beforeAll(async () => {
  wanted = await undisturbedContent(world)
})

describe('an access token that ends in the middle of a run', () => {
  it('is replaced without a failure, and nothing is missing', { timeout: 120_000 }, async () => {
    let zendesk: RunningSimulator | null = null
    let asked = 0
    const { content, said, leaks } = await disturbedReading(
      world,
      {
        faults: () => {
          if (++asked % 25 === 0) zendesk?.revokeTokens()
          return null
        },
      },
      { onStart: (started) => (zendesk = started) },
    )

    expect(asked).toBeGreaterThan(50)
    expect(differences(content, wanted)).toEqual([])
    expect(said).toEqual([])
    expect(leaks).toEqual([])
  })
})
