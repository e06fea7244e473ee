import type { Language } from '../contract.ts'

const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const korean = ['월', '화', '수', '목', '금', '토', '일']

/** @example weekdayName(0, 'ko') // '월요일' */
export function weekdayName(weekday: number, language: Language): string {
  return language === 'ko' ? `${korean[weekday]}요일` : english[weekday]
}

/** @example shortWeekday(0, 'en') // 'Mon' */
export function shortWeekday(weekday: number, language: Language): string {
  return language === 'ko' ? korean[weekday] : english[weekday].slice(0, 3)
}

/**
 * Several weekdays, ascending, as people say them.
 * @example weekdayList([0, 1], 'en') // 'Mondays and Tuesdays'
 */
export function weekdayList(weekdays: readonly number[], language: Language): string {
  const key = weekdays.join('')
  if (key === '0123456') return language === 'ko' ? '매일' : 'Every day'
  if (key === '01234') return language === 'ko' ? '평일' : 'Weekdays'
  if (key === '56') return language === 'ko' ? '주말' : 'Weekends'
  if (language === 'ko') return `${weekdays.map((weekday) => korean[weekday]).join('·')}요일`
  const names = weekdays.map((weekday) => `${english[weekday]}s`)
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/**
 * Hours of a day, the end not included.
 * @example hoursWords(10, 12, 'ko') // '10~12시'
 */
export function hoursWords(from: number, to: number, language: Language): string {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return language === 'ko' ? `${from}~${to}시` : `${clock(from)}–${clock(to)}`
}
