import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { answerInThread } from '../../server/platform/answer-in-thread.ts'

/** A thread for tests: it answers every question with nothing found, but not before its gate is opened. */
const { gate } = z.object({ gate: z.instanceof(SharedArrayBuffer) }).parse(workerData)

answerInThread(() => {
  Atomics.wait(new Int32Array(gate), 0, 0)
  return { comparisons: [], pooled: [], controls: [] }
})
