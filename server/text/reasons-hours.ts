import type { Bilingual } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { formatDay } from './format.ts'
import type { ReasonTexts } from './reason-texts.ts'

/** A quarter of the day, on weekdays or at weekends. */
export type DaySlot = { hours: 'night' | 'morning' | 'afternoon' | 'evening'; isWeekend: boolean }

/** `day` from which the opening hours hold, as a person said; or the times in which people replied on one side only. */
export type HoursChange = { day: Day } | { slots: readonly { slot: DaySlot; side: 'before' | 'after' }[] }

/** What other working hours than before leave to be said. */
export type HoursReasonParameters = { opening_hours_changed: HoursChange }

const quarters: Record<DaySlot['hours'], Bilingual> = {
  night: { en: 'between 0:00 and 6:00', ko: '0~6시' },
  morning: { en: 'between 6:00 and 12:00', ko: '6~12시' },
  afternoon: { en: 'between 12:00 and 18:00', ko: '12~18시' },
  evening: { en: 'between 18:00 and 24:00', ko: '18~24시' },
}

export const hoursReasons: ReasonTexts<HoursReasonParameters> = {
  opening_hours_changed: (known) =>
    'day' in known
      ? {
          en: `The opening hours changed on ${formatDay(known.day, 'en')}, between the weeks before and after: waiting means something else on the two sides.`,
          ko: `비교 기간 사이인 ${formatDay(known.day, 'ko')}에 업무 시간이 바뀌어, 전환 전과 후의 대기 시간을 같은 기준으로 볼 수 없습니다.`,
        }
      : {
          en: `The hours in which people work changed: ${listOf(known.slots, 'en')}. Narrow the question to the other hours.`,
          ko: `상담 시간대가 바뀌었습니다. ${listOf(known.slots, 'ko')}. 나머지 시간대로 좁혀 확인해 주십시오.`,
        },
}

function listOf(slots: Extract<HoursChange, { slots: unknown }>['slots'], language: 'en' | 'ko'): string {
  const said = slots.map(({ slot, side }) => {
    const quarter = quarters[slot.hours][language]
    if (language === 'en')
      return `${slot.isWeekend ? 'at weekends' : 'on weekdays'} ${quarter} somebody answered only ${side} the move`
    return `${slot.isWeekend ? '주말' : '평일'} ${quarter}에는 전환 ${side === 'before' ? '전' : '후'}에만 상담원이 응답했습니다`
  })
  return language === 'en' ? said.join(', ') : said.join('. ')
}
