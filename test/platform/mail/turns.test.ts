import { describe, expect, it } from 'vitest'
import { turnsOf } from '../../../server/platform/mail/turns.ts'

describe('turns', () => {
  it('are spread evenly over the minute, and nobody waits who comes late', async () => {
    const { turns, waits, pass } = timed(60)

    await turns.next()
    await turns.next()
    pass(400)
    await turns.next()
    pass(5_000)
    await turns.next()

    expect(waits).toEqual([1_000, 600])
  })

  it('are half as many each time the server wants fewer, and at least one a minute', async () => {
    const { turns, waits } = timed(4)

    const paces = [1, 2, 3].map(() => {
      turns.slowDown()
      return turns.perMinute()
    })
    await turns.next()
    await turns.next()

    expect(paces).toEqual([2, 1, 1])
    expect(waits).toEqual([60_000])
  })

  it('come back to what was set after mails that went well', () => {
    const { turns } = timed(600)
    turns.slowDown()
    turns.slowDown()

    const paces = [1, 2, 3].map(() => {
      for (let i = 0; i < 50; i++) turns.wentWell()
      return turns.perMinute()
    })

    expect(paces).toEqual([300, 600, 600])
  })
})

/** Turns by a clock of their own, that moves only when somebody waits or `pass` says so. */
function timed(perMinute: number) {
  const waits: number[] = []
  let now = 0
  const pass = (milliseconds: number) => (now += milliseconds)
  const wait = (milliseconds: number) => {
    waits.push(milliseconds)
    return Promise.resolve(pass(milliseconds))
  }
  return { turns: turnsOf(perMinute, { now: () => now, wait }), waits, pass }
}
