import { expect, it } from 'vitest'
import { agentHoursOfWeek } from '../../../server/metrics/team/agent-hours-of-week.ts'

const at = (time: string) => Date.parse(`2026-03-${time}:00+09:00`)
const piece = (agentId: number, from: string, to: string, isFirst = true) => ({
  id: `${agentId} ${from}`,
  agentId,
  startsAt: at(from),
  endsAt: at(to),
  isFirst,
})

it('work lies in the hours of the week it was done in, those of all weeks together', () => {
  const pieces = [
    piece(21, '02T09:45', '02T10:30'),
    piece(21, '02T10:15', '02T10:45'),
    piece(22, '09T10:00', '09T10:15'),
  ]

  // Monday, 9 o'clock: 15 minutes. 10 o'clock: 30 + 30 + 15 minutes of engagements in 45 + 15 of agents.
  expect(agentHoursOfWeek(pieces, 'Asia/Seoul')).toEqual([
    { hourOfWeek: 9, engagements: 1, engagedSeconds: 900, agentSeconds: 900 },
    { hourOfWeek: 10, engagements: 2, engagedSeconds: 4500, agentSeconds: 3600 },
  ])
})

it('what goes on from another day begins there, and what takes no time begins all the same', () => {
  const pieces = [piece(21, '02T00:00', '02T01:30', false), piece(22, '02T01:00', '02T01:00')]

  expect(agentHoursOfWeek(pieces, 'Asia/Seoul')).toEqual([
    { hourOfWeek: 0, engagements: 0, engagedSeconds: 3600, agentSeconds: 3600 },
    { hourOfWeek: 1, engagements: 1, engagedSeconds: 1800, agentSeconds: 1800 },
  ])
})
