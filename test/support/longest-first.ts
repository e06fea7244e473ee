import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that take minutes: begun last, they would keep one worker busy while the other has nothing left to do. */
const long = [
  '/test/truth/',
  '/test/jobs/sigkill',
  '/test/browser/demo',
  '/test/simulated-reports/',
  '/test/jobs/faults/',
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
