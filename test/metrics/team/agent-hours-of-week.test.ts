import { expect, it } from 'vitest'
import { agentHoursOfWeek } from '../../../server/metrics/team/agent-hours-of-week.ts'

const at = (time: string) => Date.parse(`2026-03-${time}:00+09:00`)
const fortnight = { from: at('02T00:00'), to: at('16T00:00') }

it('work lies in the hours of the week it was done in, those of all weeks together', () => {
  const intervals = [
    { id: 'a', agentId: 21, startsAt: at('02T09:45'), endsAt: at('02T10:30') },
    { id: 'b', agentId: 21, startsAt: at('02T10:15'), endsAt: at('02T10:45') },
    { id: 'c', agentId: 22, startsAt: at('09T10:00'), endsAt: at('09T10:15') },
  ]

  // Monday, 9 o'clock: 15 minutes. 10 o'clock: 30 + 30 + 15 minutes of engagements in 45 + 15 of agents.
  expect(agentHoursOfWeek(intervals, fortnight, 'Asia/Seoul')).toEqual([
    { hourOfWeek: 9, engagedSeconds: 900, agentSeconds: 900 },
    { hourOfWeek: 10, engagedSeconds: 4500, agentSeconds: 3600 },
  ])
})

it('is cut at both ends of the question, and at the week’s own', () => {
  const intervals = [
    { id: 'a', agentId: 21, startsAt: at('01T23:30'), endsAt: at('02T00:30') },
    { id: 'b', agentId: 21, startsAt: at('08T23:30'), endsAt: at('09T00:30') },
    { id: 'c', agentId: 21, startsAt: at('15T23:30'), endsAt: at('16T00:30') },
  ]

  expect(agentHoursOfWeek(intervals, fortnight, 'Asia/Seoul')).toEqual([
    { hourOfWeek: 0, engagedSeconds: 3600, agentSeconds: 3600 },
    { hourOfWeek: 167, engagedSeconds: 3600, agentSeconds: 3600 },
  ])
})
