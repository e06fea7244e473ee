import { describe, expect, it } from 'vitest'
import type { TeamWindow } from '../../server/contract-team.ts'
import { teamSentences } from '../../server/text/team-sentences.ts'
import { hoursWords, weekdayList } from '../../server/text/week-words.ts'

describe('the hours in sentences', () => {
  it('say when it is busiest, how many are open then, and what changed', () => {
    const before = aWindow({ '1 13': 60, '1 14': 60 }, { outside: 5 })
    const after = aWindow({ '0 10': 60, '0 11': 66 }, { outside: 12, work: true, bot: 120 })

    expect(teamSentences({ before, after, now: null })).toEqual([
      {
        en: 'Mondays 10:00–12:00 are the busiest hours: about 32 conversations for agents each time. Before the move it was Tuesdays 13:00–15:00, with 30.',
        ko: '가장 바쁜 시간대는 월요일 10~12시로, 그때마다 상담원에게 오는 대화가 약 32건입니다. 전환 전에는 화요일 13~15시(약 30건)였습니다.',
      },
      {
        en: 'In these hours a working agent has 1.50 conversations open at once, 1.20 over the whole week.',
        ko: '이 시간대에 상담 중인 상담원은 평균 1.50건을 동시에 맡고, 한 주 전체로는 1.20건입니다.',
      },
      {
        en: 'Of about 62 conversations a week, 32 come to agents; the bot handles the rest alone.',
        ko: '한 주 대화 약 62건 가운데 32건이 상담원에게 오고, 나머지는 봇이 혼자 처리합니다.',
      },
      {
        en: '12.0% of all conversations begin outside opening hours (before the move 5.0%).',
        ko: '전체 대화의 12.0%가 업무 시간 외에 시작됩니다(전환 전 5.0%).',
      },
      {
        en: 'The largest change: Mondays 10:00–12:00, 31.5 more conversations for agents each time.',
        ko: '가장 크게 달라진 시간대는 월요일 10~12시로, 그때마다 상담원에게 오는 대화가 31.5건 늘었습니다.',
      },
    ])
  })

  it('say that it was so before, and that nothing changed clearly', () => {
    const same = { '0 10': 60, '0 11': 60 }

    const sentences = teamSentences({ before: aWindow(same), after: aWindow(same), now: null })

    expect(sentences[0]).toEqual({
      en: 'Mondays 10:00–12:00 are the busiest hours: about 30 conversations for agents each time. It was so before the move too, with 30.',
      ko: '가장 바쁜 시간대는 월요일 10~12시로, 그때마다 상담원에게 오는 대화가 약 30건입니다. 전환 전에도 같은 시간대가 가장 바빴으며 약 30건이었습니다.',
    })
    expect(sentences.at(-1)?.en).toBe(
      'No two hours of the week differ from before by more than chance can explain.',
    )
  })

  it('of too few conversations say so, and of none at all say nothing', () => {
    expect(teamSentences({ before: null, after: null, now: aWindow({ '0 10': 8 }) })).toEqual([
      {
        en: 'These weeks are too few, or hold too few conversations, to tell the busiest hours.',
        ko: '기간이 짧거나 대화가 적어 가장 바쁜 시간대를 판단할 수 없습니다.',
      },
    ])
    expect(teamSentences({ before: null, after: null, now: null })).toEqual([])
  })
})

describe('words of the week', () => {
  it.each([
    [[0], 'Mondays', '월요일'],
    [[0, 1, 4], 'Mondays, Tuesdays and Fridays', '월·화·금요일'],
    [[0, 1, 2, 3, 4], 'Weekdays', '평일'],
    [[5, 6], 'Weekends', '주말'],
    [[0, 1, 2, 3, 4, 5, 6], 'Every day', '매일'],
  ])('%o', (weekdays, en, ko) => {
    expect([weekdayList(weekdays, 'en'), weekdayList(weekdays, 'ko')]).toEqual([en, ko])
  })

  it('name hours without the end', () => {
    expect([hoursWords(9, 11, 'en'), hoursWords(22, 24, 'ko')]).toEqual(['09:00–11:00', '22~24시'])
  })
})

/** Four weeks of conversations for agents, by 'weekday hour'. */
function aWindow(
  given: Record<string, number>,
  more: { outside?: number; work?: boolean; bot?: number } = {},
): TeamWindow {
  const byHour = () => Array.from({ length: 168 }, () => 0)
  const forPeople = byHour()
  for (const [place, count] of Object.entries(given)) {
    const [weekday, hour] = place.split(' ').map(Number)
    forPeople[weekday * 24 + hour] = count
  }
  const conversations = forPeople.with(100, more.bot ?? 0)
  const work = {
    weekdays: [4, 4, 4, 4, 4, 4, 4],
    daysLeftOut: 0,
    agents: 3,
    engagements: byHour(),
    engagedSeconds: byHour().with(10, 900).with(11, 600).with(50, 900),
    agentSeconds: byHour().with(10, 600).with(11, 400).with(50, 1000),
  }
  return {
    from: '2026-03-02',
    to: '2026-03-30',
    weeks: 4,
    weekdays: [4, 4, 4, 4, 4, 4, 4],
    daysClosed: 0,
    daysRed: 0,
    conversations,
    forPeople,
    outsideHours: { n: more.outside === undefined ? 0 : 100, outside: more.outside ?? 0 },
    work: more.work ? work : null,
    cover: { served: 0, held: 0 },
  }
}
