import { Worker } from 'node:worker_threads'
import type { ThreadMessage } from './answer-in-thread.ts'

/**
 * Answers questions away from the event loop, one after the other. The thread is started by the first question and
 * started again after one that took too long.
 */
export type Thread = {
  /**
   * @param left told when nobody waits for the answer any more: a question that waits is dropped, one that is being
   *   answered ends as soon as another waits
   * @throws UnansweredError, and whatever went wrong while answering
   */
  ask(question: unknown, left?: AbortSignal): Promise<unknown>
  /** Ends the thread; questions that are not answered yet never will be. */
  close(): Promise<void>
}

export type ThreadOptions = {
  /** A file that calls `answerInThread`. */
  file: URL
  /** What the file gets as its `workerData`. */
  given: unknown
  /** For one question, from the moment the thread takes it up. */
  timeLimitMs: number
  /** Beside the one that is being answered. */
  mostWaiting: number
}

/** Why a question got no answer although nothing is wrong with it. */
export class UnansweredError extends Error {
  override name = 'UnansweredError'
  constructor(readonly why: 'busy' | 'too_long' | 'closing' | 'left') {
    super(`The question was not answered: ${why}`)
  }
}

type Task = {
  question: unknown
  isLeft: boolean
  resolve(answer: unknown): void
  reject(error: Error): void
}

/** Enough for any question; one that needs more ends the thread and not the whole process. */
const MEMORY_MB = 1024
/** Until the thread takes up a question: it may have to be started first. */
const START_LIMIT_MS = 60_000

export function createThread({ file, given, timeLimitMs, mostWaiting }: ThreadOptions): Thread {
  const waiting: Task[] = []
  let worker: Worker | null = null
  let current: Task | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function answerNext(): void {
    if (current?.isLeft && waiting.length > 0) stop(new UnansweredError('left'))
    if (current !== null || isClosed) return
    current = waiting.shift() ?? null
    if (current === null) return
    endAfter(START_LIMIT_MS)
    worker ??= start()
    worker.postMessage(current.question)
  }

  function start(): Worker {
    const isSource = file.pathname.endsWith('.ts')
    const started = new Worker(isSource ? fromSource(file) : file, {
      eval: isSource,
      workerData: given,
      // Whatever the thread needs is given to it: no credential of the environment is.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    started.on('message', (message: ThreadMessage) => {
      if (started !== worker) return
      if ('begun' in message) return endAfter(timeLimitMs)
      const task = finish()
      if ('error' in message) task?.reject(message.error)
      else task?.resolve(message.answer)
      answerNext()
    })
    const end = (error: Error) => {
      if (started !== worker) return
      stop(error)
      answerNext()
    }
    started.on('error', end)
    started.on('exit', (code) => end(new Error(`The thread of ${file.pathname} ended with code ${code}`)))
    // An idle thread is no reason for the process to stay.
    started.unref()
    return started
  }

  function endAfter(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      stop(new UnansweredError('too_long'))
      answerNext()
    }, milliseconds)
  }

  function finish(): Task | null {
    clearTimeout(timer)
    const task = current
    current = null
    return task
  }

  /** The thread goes with the question it is answering. */
  function stop(error: Error): void {
    const stopped = worker
    worker = null
    finish()?.reject(error)
    void stopped?.terminate()
  }

  function leave(task: Task): void {
    task.isLeft = true
    const place = waiting.indexOf(task)
    if (place >= 0) {
      waiting.splice(place, 1)
      task.reject(new UnansweredError('left'))
    }
    answerNext()
  }

  return {
    ask: (question, left) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new UnansweredError('closing'))
        if (current !== null && !current.isLeft && waiting.length >= mostWaiting)
          return reject(new UnansweredError('busy'))
        const task: Task = { question, isLeft: false, resolve, reject }
        left?.addEventListener('abort', () => leave(task), { once: true })
        waiting.push(task)
        answerNext()
      }),
    async close() {
      isClosed = true
      const last = worker
      stop(new UnansweredError('closing'))
      for (const task of waiting.splice(0)) task.reject(new UnansweredError('closing'))
      await last?.terminate()
    },
  }
}

/** Threads do not take over how their process reads TypeScript: this one starts with it. */
function fromSource(file: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}') })`
}
