import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../server/comparison/daily-facts.ts'
import { chooseSample } from '../../server/comparison/minimum-sample.ts'
import { binsAround, daysOf } from '../../server/comparison/windows.ts'
import { metricOf } from '../../server/metrics/catalog.ts'

const usable = { from: '2026-03-02', to: '2026-08-31' }
const bins = binsAround({
  cutover: '2026-06-01',
  rampEnd: '2026-06-01',
  usable,
  weeksLeftOut: 0,
  maskedDays: new Set(),
  unrecorded: null,
})

describe('the windows', () => {
  it('are the latest twelve weeks of each side', () => {
    const answer = chooseSample(finishedUntil('2026-08-31'), bins, metricOf('resolution_time'))

    expect(answer).toMatchObject({ isEnough: true, sample: { weeks: 12 } })
  })

  it.each([
    ['three weeks', '2026-06-29'],
    ['one week', '2026-06-15'],
    ['no week', '2026-06-01'],
  ])('are not made of %s that have a value on one side', (_, until) => {
    const answer = chooseSample(finishedUntil(until), bins, metricOf('resolution_time'))

    expect(answer.isEnough).toBe(false)
  })
})

/** Twenty conversations a day; of later days three in four have not ended. */
function finishedUntil(until: string): DailyFacts {
  const ended = Array.from({ length: 20 }, (_, i) => 60 * (i + 1))
  const seconds = (day: string) => ended.map((value, i) => (day < until || i < 5 ? value : Infinity))
  return { kind: 'duration', seconds: new Map(daysOf(usable).map((day) => [day, seconds(day)])) }
}
