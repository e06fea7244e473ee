import { describe, expect, it } from 'vitest'
import type { BinQuestion } from '../../server/comparison/windows.ts'
import { binsAround, daysOf, rampWeeks, readyDay } from '../../server/comparison/windows.ts'

const question: BinQuestion = {
  cutover: '2026-06-03',
  rampEnd: '2026-06-13',
  usable: { from: '2026-05-01', to: '2026-07-10' },
  weeksLeftOut: 0,
  maskedDays: new Set(),
  unrecorded: null,
}

describe('the weeks around a cutover', () => {
  it('are counted from the cutover day, whatever weekday it is', () => {
    const { before } = binsAround(question)

    expect(before.map(({ from }) => from)).toEqual(['2026-05-06', '2026-05-13', '2026-05-20', '2026-05-27'])
    expect(before.at(-1)?.to).toBe('2026-06-03')
    expect(before.map(({ index }) => index)).toEqual([-4, -3, -2, -1])
  })

  it('begin after the ramp, rounded up to whole weeks', () => {
    expect(rampWeeks('2026-06-03', '2026-06-03')).toBe(0)
    expect(rampWeeks('2026-06-03', '2026-06-10')).toBe(1)
    expect(rampWeeks('2026-06-03', '2026-06-11')).toBe(2)
    expect(binsAround(question).after[0].from).toBe('2026-06-17')
  })

  it('end with the last one that is complete', () => {
    expect(binsAround(question).after.map(({ to }) => to)).toEqual(['2026-06-24', '2026-07-01', '2026-07-08'])
  })

  it('leave out the last weeks before the move on request', () => {
    const { before } = binsAround({ ...question, weeksLeftOut: 1 })

    expect(before.at(-1)?.to).toBe('2026-05-27')
  })

  it('keep a week with five usable days and drop one with four', () => {
    const twoClosed = binsAround({ ...question, maskedDays: new Set(['2026-06-17', '2026-06-18']) })
    const threeClosed = binsAround({
      ...question,
      maskedDays: new Set(['2026-06-17', '2026-06-18', '2026-06-19']),
    })

    expect(twoClosed.after[0].days).toEqual([
      '2026-06-19',
      '2026-06-20',
      '2026-06-21',
      '2026-06-22',
      '2026-06-23',
    ])
    expect(threeClosed.after[0].from).toBe('2026-06-24')
  })

  it('drop weeks in which conversations were not recorded', () => {
    const { after } = binsAround({ ...question, unrecorded: { from: '2026-06-05', to: '2026-06-25' } })

    expect(after.map(({ from }) => from)).toEqual(['2026-07-01'])
  })

  it('stay within the days that may be used', () => {
    const { before, after } = binsAround({ ...question, usable: { from: '2026-05-14', to: '2026-06-24' } })

    expect(before[0].from).toBe('2026-05-20')
    expect(after.at(-1)?.to).toBe('2026-06-24')
  })
})

describe('the day a result is ready', () => {
  it('is cutover, ramp, four weeks and the time figures need to mature', () => {
    expect(readyDay(question, 4, 7)).toBe('2026-07-22')
  })

  it('is later where a week is lost to closed days', () => {
    const maskedDays = new Set(daysOf({ from: '2026-06-17', to: '2026-06-20' }))

    expect(readyDay({ ...question, maskedDays }, 4, 7)).toBe('2026-07-29')
  })
})
