import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../server/periods/day.ts'
import { koreanHolidays } from '../../server/settings/korean-holidays.ts'

const YEARS = [2024, 2025, 2026, 2027, 2028]
const SATURDAY = 6
const SUNDAY = 7

/** Elections and days the government added. */
const onceOnly = ['2024-04-10', '2024-10-01', '2025-01-27', '2025-06-03', '2026-06-03', '2028-04-12']

describe('Korean public holidays', () => {
  it('are days in order, each once', () => {
    expect(koreanHolidays).toEqual([...new Set(koreanHolidays)].sort())
  })

  it('are those the law and the lunar calendar give', () => {
    expect(koreanHolidays).toEqual([...onceOnly, ...YEARS.flatMap(holidaysByLaw)].sort())
  })

  it('include the substitute days people know', () => {
    for (const day of [
      '2024-02-12', // Seollal touched a Sunday
      '2025-05-06', // Children's Day and Buddha's Birthday fell on one day
      '2026-05-25', // Buddha's Birthday on a Sunday
      '2026-08-17', // Liberation Day on a Saturday
      '2027-05-03', // Labour Day on a Saturday
      '2028-10-05', // Chuseok and National Foundation Day fell on one day
    ]) {
      expect(koreanHolidays, day).toContain(day)
    }
  })

  it('have no substitute where the law gives none', () => {
    for (const day of [
      '2026-06-08', // Memorial Day on a Saturday
      '2026-09-28', // Chuseok ended on a Saturday
      '2027-06-07', // Memorial Day on a Sunday
    ]) {
      expect(koreanHolidays, day).not.toContain(day)
    }
  })
})

/** The Act on Public Holidays: fixed and lunar days with their substitutes. */
function holidaysByLaw(year: number): string[] {
  const seollal = threeDaysAround(lunar(year, 1, 1))
  const chuseok = threeDaysAround(lunar(year, 8, 15))
  const withSubstitute = ['03-01', '05-05', '08-15', '10-03', '10-09', '12-25'].map((day) => `${year}-${day}`)
  if (year >= 2026) withSubstitute.push(`${year}-05-01`, `${year}-07-17`)
  withSubstitute.push(lunar(year, 4, 8))
  const all = [...seollal, ...chuseok, ...withSubstitute, `${year}-01-01`, `${year}-06-06`]
  const holidays = new Set(all)

  for (const festival of [seollal, chuseok]) {
    if (festival.some((day) => weekdayOf(day) === SUNDAY || isTwice(day))) substitute(festival[2])
  }
  for (const day of withSubstitute) {
    const isInFestival = [...seollal, ...chuseok].includes(day)
    if (!isInFestival && (weekdayOf(day) >= SATURDAY || isTwice(day))) substitute(day)
  }
  return [...holidays]

  function isTwice(day: string): boolean {
    return all.filter((other) => other === day).length > 1
  }
  /** The next working day, once for each day lost. */
  function substitute(day: string): void {
    if (isTwice(day) && holidays.has(addDays(day, 1)) && !all.includes(addDays(day, 1))) return
    let next = addDays(day, 1)
    while (holidays.has(next) || weekdayOf(next) >= SATURDAY) next = addDays(next, 1)
    holidays.add(next)
  }
}

function threeDaysAround(day: string): [string, string, string] {
  return [addDays(day, -1), day, addDays(day, 1)]
}

/** The day of the Gregorian year on which the Korean lunar calendar shows the month and day. */
function lunar(year: number, month: number, dayOfMonth: number): string {
  const calendar = new Intl.DateTimeFormat('en-u-ca-dangi', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  })
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
    const parts = calendar.formatToParts(Date.parse(`${day}T00:00:00Z`))
    const shown = ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value)
    // A leap month is shown with a suffix and does not count.
    if (shown[0] === String(month) && shown[1] === String(dayOfMonth)) return day
  }
  throw new Error(`lunar: ${year} has no ${month}/${dayOfMonth}`)
}
