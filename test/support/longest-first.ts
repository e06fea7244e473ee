import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/**
 * Files that take minutes, the longest first, then folders of files that take half a minute: begun last, they would keep
 * one worker busy while the other has nothing left to do.
 */
const long = [
  '/test/truth/demo-cells',
  '/test/truth/seollal',
  '/test/truth/leap-day',
  '/test/jobs/sigkill',
  '/test/browser/demo',
  '/test/browser/every-page',
  '/test/jobs/faults/fail-points',
  '/test/simulated-reports/',
  '/test/comparison/grid/grid-keeper',
  '/test/browser/',
  '/test/jobs/faults/',
  '/test/jobs/',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = long.findIndex((part) => moduleId.includes(part))
      return rank < 0 ? long.length : rank
    }
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other))
  }
}
