import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { answerInThread } from '../../server/platform/answer-in-thread.ts'

/** A thread for tests: it says what it is asked, or waits, fails or ends as it is told. */
const { gate } = z.object({ gate: z.instanceof(SharedArrayBuffer) }).parse(workerData)

answerInThread((asked) => {
  if (asked === 'wait') Atomics.wait(new Int32Array(gate), 0, 0)
  if (asked === 'fail') throw new TypeError('it cannot be known')
  if (asked === 'end') process.exit(3)
  return { asked }
})
