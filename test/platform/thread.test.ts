import { afterEach, expect, it } from 'vitest'
import type { Thread } from '../../server/platform/thread.ts'
import { createThread } from '../../server/platform/thread.ts'

const file = new URL('./echo-thread.ts', import.meta.url)
const threads: Thread[] = []

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.close()))
})

it('answers one question after the other', async () => {
  const { thread } = echo()

  const answers = await Promise.all(['one', 'two', 'three'].map((asked) => thread.ask(asked)))

  expect(answers).toEqual([{ asked: 'one' }, { asked: 'two' }, { asked: 'three' }])
})

it('leaves the event loop free while it answers', async () => {
  const { thread, open } = echo()
  const order: string[] = []

  const answer = thread.ask('wait').then(() => order.push('answered'))
  await new Promise((resolve) => setImmediate(resolve))
  order.push('something else')
  open()
  await answer

  expect(order).toEqual(['something else', 'answered'])
})

it('tells what went wrong, and goes on', async () => {
  const { thread } = echo()

  await expect(thread.ask('fail')).rejects.toThrow(new TypeError('it cannot be known'))
  expect(await thread.ask('next')).toEqual({ asked: 'next' })
})

it('is started again after it ended by itself', async () => {
  const { thread } = echo()

  await expect(thread.ask('end')).rejects.toThrow(/echo-thread.ts ended with code 3/)
  expect(await thread.ask('next')).toEqual({ asked: 'next' })
})

it('gives up a question that takes too long and answers the next', async () => {
  const { thread } = echo({ timeLimitMs: 300 })

  const [late, next] = [thread.ask('wait'), thread.ask('next')]

  await expect(late).rejects.toMatchObject({ name: 'UnansweredError', why: 'too_long' })
  expect(await next).toEqual({ asked: 'next' })
})

it('refuses a question when as many wait as may', async () => {
  const { thread, open } = echo({ mostWaiting: 1 })

  const [first, second, third] = [thread.ask('wait'), thread.ask('two'), thread.ask('three')]

  await expect(third).rejects.toMatchObject({ why: 'busy' })
  open()
  expect(await Promise.all([first, second])).toEqual([{ asked: 'wait' }, { asked: 'two' }])
})

it('drops a question that nobody waits for any more', async () => {
  const { thread, open } = echo({ mostWaiting: 1 })
  const left = new AbortController()

  const first = thread.ask('wait')
  const second = thread.ask('two', left.signal)
  left.abort()
  const third = thread.ask('three')

  await expect(second).rejects.toMatchObject({ why: 'left' })
  open()
  expect(await Promise.all([first, third])).toEqual([{ asked: 'wait' }, { asked: 'three' }])
})

it('ends a question that nobody waits for when another comes', async () => {
  const { thread } = echo()
  const left = new AbortController()

  const first = thread.ask('wait', left.signal)
  left.abort()
  const second = thread.ask('two')

  await expect(first).rejects.toMatchObject({ why: 'left' })
  expect(await second).toEqual({ asked: 'two' })
})

it('finishes a question that nobody waits for when no other comes', async () => {
  const { thread, open } = echo()
  const left = new AbortController()

  const first = thread.ask('wait', left.signal)
  left.abort()
  open()

  expect(await first).toEqual({ asked: 'wait' })
})

it('answers nothing any more once it is closed', async () => {
  const { thread } = echo()
  const asked = [thread.ask('wait'), thread.ask('two')].map((answer) =>
    answer.catch((error: { why: string }) => error.why),
  )

  await thread.close()

  expect(await Promise.all(asked)).toEqual(['closing', 'closing'])
  await expect(thread.ask('three')).rejects.toMatchObject({ why: 'closing' })
})

it('sees no credential of the environment', async () => {
  const probe = createThread({
    file: new URL('./environment-thread.ts', import.meta.url),
    given: null,
    timeLimitMs: 60_000,
    mostWaiting: 1,
  })
  threads.push(probe)

  expect(await probe.ask('PATH')).toBeUndefined()
})

function echo(limits: { timeLimitMs?: number; mostWaiting?: number } = {}): {
  thread: Thread
  open: () => void
} {
  const gate = new SharedArrayBuffer(4)
  const thread = createThread({ file, given: { gate }, timeLimitMs: 60_000, mostWaiting: 8, ...limits })
  threads.push(thread)
  return {
    thread,
    open() {
      Atomics.store(new Int32Array(gate), 0, 1)
      Atomics.notify(new Int32Array(gate), 0)
    },
  }
}
