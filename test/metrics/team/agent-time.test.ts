import { describe, expect, it } from 'vitest'
import type { WorkPiece } from '../../../server/metrics/team/agent-time.ts'
import { agentTimes, piecesOf } from '../../../server/metrics/team/agent-time.ts'

const at = (time: string) => Date.parse(`2026-03-02T${time}+09:00`)

describe('an agent’s time', () => {
  it('is the engagement’s own where one is open', () => {
    expect(agentTimes([work(21, '10:00', '10:20')])).toEqual([
      { agentId: 21, engagements: 1, engagedSeconds: 1200, agentSeconds: 1200 },
    ])
  })

  it('counts once what overlaps: 20 and 20 minutes with 10 in common are 30 minutes of 40', () => {
    expect(agentTimes([work(21, '10:00', '10:20'), work(21, '10:10', '10:30')])).toEqual([
      { agentId: 21, engagements: 2, engagedSeconds: 2400, agentSeconds: 1800 },
    ])
  })

  it('overlaps nowhere where one engagement ends as the next begins', () => {
    expect(agentTimes([work(21, '10:00', '10:20'), work(21, '10:20', '10:30')])).toEqual([
      { agentId: 21, engagements: 2, engagedSeconds: 1800, agentSeconds: 1800 },
    ])
  })

  it('does not shrink when a long engagement holds shorter ones, whatever their order', () => {
    const inside = [work(21, '10:50', '10:55'), work(21, '10:00', '11:00'), work(21, '10:10', '10:15')]

    expect(agentTimes(inside)).toEqual([
      { agentId: 21, engagements: 3, engagedSeconds: 4200, agentSeconds: 3600 },
    ])
    expect(agentTimes(inside.toReversed())).toEqual(agentTimes(inside))
  })

  it('leaves out the pause between two engagements', () => {
    expect(agentTimes([work(21, '10:00', '10:10'), work(21, '11:00', '11:10')])).toEqual([
      { agentId: 21, engagements: 2, engagedSeconds: 1200, agentSeconds: 1200 },
    ])
  })

  it('is told of each agent apart: two at once do not overlap with each other', () => {
    expect(agentTimes([work(22, '10:00', '10:20'), work(21, '10:00', '10:20')])).toEqual([
      { agentId: 21, engagements: 1, engagedSeconds: 1200, agentSeconds: 1200 },
      { agentId: 22, engagements: 1, engagedSeconds: 1200, agentSeconds: 1200 },
    ])
  })

  it('is nothing, though begun, where an engagement ended at once', () => {
    expect(agentTimes([work(21, '10:00', '10:00')])).toEqual([
      { agentId: 21, engagements: 1, engagedSeconds: 0, agentSeconds: 0 },
    ])
  })
})

describe('an engagement across midnight', () => {
  it('is cut there, and begins on the first day only', () => {
    const pieces = piecesOf(
      {
        id: 'a',
        agentId: 21,
        startsAt: Date.parse('2026-03-02T23:50:00+09:00'),
        endsAt: Date.parse('2026-03-03T00:20:00+09:00'),
      },
      'Asia/Seoul',
    )

    expect(pieces.map(({ day, startsAt, endsAt, isFirst }) => [day, endsAt - startsAt, isFirst])).toEqual([
      ['2026-03-02', 600_000, true],
      ['2026-03-03', 1_200_000, false],
    ])
  })

  it('is whole where it ends exactly there', () => {
    const interval = {
      id: 'a',
      agentId: 21,
      startsAt: Date.parse('2026-03-02T23:50:00+09:00'),
      endsAt: Date.parse('2026-03-03T00:00:00+09:00'),
    }

    expect(piecesOf(interval, 'Asia/Seoul')).toEqual([{ ...interval, day: '2026-03-02', isFirst: true }])
  })

  it('gives the day on which clocks go back its 25 hours', () => {
    const pieces = piecesOf(
      {
        id: 'a',
        agentId: 21,
        startsAt: Date.parse('2026-10-31T20:00:00-04:00'),
        endsAt: Date.parse('2026-11-02T01:00:00-05:00'),
      },
      'America/New_York',
    )

    expect(pieces.map(({ day, startsAt, endsAt }) => [day, (endsAt - startsAt) / 3_600_000])).toEqual([
      ['2026-10-31', 4],
      ['2026-11-01', 25],
      ['2026-11-02', 1],
    ])
  })
})

function work(agentId: number, from: string, to: string): WorkPiece {
  return {
    id: `${agentId} ${from}`,
    agentId,
    day: '2026-03-02',
    startsAt: at(from),
    endsAt: at(to),
    isFirst: true,
  }
}
