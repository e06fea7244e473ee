import type { Bilingual, Language } from '../contract.ts'
import type { TeamWindow } from '../contract-team.ts'
import type { BusyStretch, CountsByHour, Stretch } from '../metrics/team/busiest-hours.ts'
import { busiestStretch, meanOver, mostChangedStretch, STRETCH_HOURS } from '../metrics/team/busiest-hours.ts'
import { formatLoad, formatNumber, formatRate } from './format.ts'
import { hoursWords, weekdayList } from './week-words.ts'

/** A stretch as busy before as this share of the busiest one then was busiest then too: the rest is chance. */
const AS_BEFORE = 0.85
/** Below this share of conversations for people the bot's part is worth a sentence. */
const NEARLY_ALL = 0.98

type Windows = { before: TeamWindow | null; after: TeamWindow | null; now: TeamWindow | null }

/** What the hours of the week say, most important first; empty where nothing is known yet. */
export function teamSentences({ before, after, now }: Windows): Bilingual[] {
  const latest = after ?? now ?? before
  if (latest === null) return []
  const earlier = after ? before : null
  return [
    busiest(latest, earlier),
    atOnce(latest),
    botPart(latest),
    outside(latest, earlier),
    earlier && changed(earlier, latest),
  ].filter((sentence) => sentence !== null)
}

function busiest(latest: TeamWindow, earlier: TeamWindow | null): Bilingual {
  const [is, was] = [latest, earlier].map((window) => window && busiestStretch(countsOf(window)))
  if (!is)
    return {
      en: 'These weeks are too few, or hold too few conversations, to tell the busiest hours.',
      ko: '기간이 짧거나 대화가 적어 가장 바쁜 시간대를 판단할 수 없습니다.',
    }
  const each = (value: number, language: Language) => formatNumber(value, language, value < 10 ? 1 : 0)
  const en = `${placeOf(is, 'en')} are the busiest hours: about ${each(is.each, 'en')} conversations for agents each time`
  const ko = `가장 바쁜 시간대는 ${placeOf(is, 'ko')}로, 그때마다 상담원에게 오는 대화가 약 ${each(is.each, 'ko')}건입니다`
  if (!was || !earlier) return { en: `${en}.`, ko: `${ko}.` }
  const then = meanOver(countsOf(earlier), is)
  if (then >= was.most * AS_BEFORE)
    return {
      en: `${en}. It was so before the move too, with ${each(then, 'en')}.`,
      ko: `${ko}. 전환 전에도 같은 시간대가 가장 바빴으며 약 ${each(then, 'ko')}건이었습니다.`,
    }
  return {
    en: `${en}. Before the move it was ${placeOf(was, 'en', false)}, with ${each(was.each, 'en')}.`,
    ko: `${ko}. 전환 전에는 ${placeOf(was, 'ko')}(약 ${each(was.each, 'ko')}건)였습니다.`,
  }
}

function atOnce(latest: TeamWindow): Bilingual | null {
  const { work } = latest
  const busy = busiestStretch(countsOf(latest))
  if (!work || !busy) return null
  const hours = busy.weekdays.flatMap((weekday) =>
    Array.from({ length: STRETCH_HOURS }, (_, hour) => weekday * 24 + busy.startHour + hour),
  )
  const all = ratio(sum(work.engagedSeconds), sum(work.agentSeconds))
  const then = ratio(sumAt(work.engagedSeconds, hours), sumAt(work.agentSeconds, hours))
  if (all === null || then === null) return null
  return {
    en: `In these hours a working agent has ${formatLoad(then, 'en')} conversations open at once, ${formatLoad(all, 'en')} over the whole week.`,
    ko: `이 시간대에 상담 중인 상담원은 평균 ${formatLoad(then, 'ko')}건을 동시에 맡고, 한 주 전체로는 ${formatLoad(all, 'ko')}건입니다.`,
  }
}

function botPart({ conversations, forPeople, weeks }: TeamWindow): Bilingual | null {
  const [all, people] = [sum(conversations), sum(forPeople)]
  if (all === 0 || people >= all * NEARLY_ALL) return null
  const perWeek = (count: number, language: Language) => formatNumber(count / weeks, language)
  return {
    en: `Of about ${perWeek(all, 'en')} conversations a week, ${perWeek(people, 'en')} come to agents; the bot handles the rest alone.`,
    ko: `한 주 대화 약 ${perWeek(all, 'ko')}건 가운데 ${perWeek(people, 'ko')}건이 상담원에게 오고, 나머지는 봇이 혼자 처리합니다.`,
  }
}

function outside(latest: TeamWindow, earlier: TeamWindow | null): Bilingual | null {
  const [is, was] = [latest, earlier].map(
    (window) => window && ratio(window.outsideHours.outside, window.outsideHours.n),
  )
  if (is === null || is === undefined) return null
  const en = `${formatRate(is, 'en')} of all conversations begin outside opening hours`
  const ko = `전체 대화의 ${formatRate(is, 'ko')}가 업무 시간 외에 시작됩니다`
  if (was === null || was === undefined) return { en: `${en}.`, ko: `${ko}.` }
  return {
    en: `${en} (before the move ${formatRate(was, 'en')}).`,
    ko: `${ko}(전환 전 ${formatRate(was, 'ko')}).`,
  }
}

function changed(earlier: TeamWindow, latest: TeamWindow): Bilingual {
  const most = mostChangedStretch(countsOf(earlier), countsOf(latest))
  if (most === null)
    return {
      en: 'No two hours of the week differ from before by more than chance can explain.',
      ko: '전환 전과 비교해 우연으로 볼 수 없을 만큼 달라진 시간대는 없습니다.',
    }
  const size = (language: Language) => formatNumber(Math.abs(most.each), language, 1)
  return {
    en: `The largest change: ${placeOf(most, 'en', false)}, ${size('en')} ${most.each > 0 ? 'more' : 'fewer'} conversations for agents each time.`,
    ko: `가장 크게 달라진 시간대는 ${placeOf(most, 'ko')}로, 그때마다 상담원에게 오는 대화가 ${size('ko')}건 ${most.each > 0 ? '늘었습니다' : '줄었습니다'}.`,
  }
}

function countsOf({ forPeople, weekdays }: TeamWindow): CountsByHour {
  return { counts: forPeople, weekdays }
}

/** 'Mondays 10:00–12:00', '월요일 10~12시'. */
function placeOf({ weekdays, startHour }: Stretch | BusyStretch, language: Language, begins = true): string {
  const days = weekdayList(weekdays, language)
  const shown = begins || !/^(Every|Week)/.test(days) ? days : days[0].toLowerCase() + days.slice(1)
  return `${shown} ${hoursWords(startHour, startHour + STRETCH_HOURS, language)}`
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function sumAt(numbers: readonly number[], places: readonly number[]): number {
  return sum(places.map((place) => numbers[place] ?? 0))
}
