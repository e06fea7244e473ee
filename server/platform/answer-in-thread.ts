import { parentPort } from 'node:worker_threads'

/** `begun`: the thread is there and has taken up the question. */
export type ThreadMessage = { begun: true } | { answer: unknown } | { error: Error }

/** Makes this thread answer what `Thread.ask` asks. @throws Error when it is called outside a thread */
export function answerInThread(answer: (question: unknown) => unknown): void {
  const port = parentPort
  if (port === null)
    throw new Error('answerInThread: this file runs in a thread only; ask it with createThread')
  const tell = (message: ThreadMessage) => port.postMessage(message)
  port.on('message', (question: unknown) => {
    tell({ begun: true })
    void answered(answer, question).then(tell)
  })
}

async function answered(answer: (question: unknown) => unknown, question: unknown): Promise<ThreadMessage> {
  try {
    return { answer: await answer(question) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
