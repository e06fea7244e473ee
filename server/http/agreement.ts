import type { BrandAgreement } from '../contract-agreement.ts'
import type { Day } from '../periods/day.ts'
import { daysBetween } from '../periods/day.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { readBrands } from '../store/brands.ts'
import type { CheckedDays } from '../store/checked-days.ts'
import { readCheckedDays } from '../store/checked-days.ts'
import type { Database } from '../store/database.ts'
import { readRedDays, redDaysOf } from '../store/red-days.ts'
import { WHOLE_ACCOUNT } from '../store/reconciliation.ts'
import { readAccountSettings } from '../store/settings.ts'

/**
 * How each brand's days agree with Zendesk's own counts.
 * @param seesAccount whether what was found for the whole account counts too, on days of brands it is about
 */
export function agreementOf(
  db: Database,
  brandIds: readonly number[],
  seesAccount: boolean,
): BrandAgreement[] {
  const settings = readAccountSettings(db)
  const account: CheckedDays = seesAccount ? readCheckedDays(db, WHOLE_ACCOUNT) : new Map()
  return readBrands(db)
    .filter(({ id }) => brandIds.includes(id))
    .flatMap(({ id }) => {
      const own = readCheckedDays(db, id)
      const red = new Set([...own].flatMap(([day, state]) => (state === 'red' ? [day] : [])))
      if (seesAccount) {
        const found = readRedDays(db, id, brandSettingsOf(settings, id).zone)
        const believedNot = redDaysOf(found, [...found.keys()])
        // A UTC day stands for the local days it touches; here it is one, as in the data health.
        for (const [day, state] of account) if (state === 'red' && believedNot.has(day)) red.add(day)
      }
      const checked = new Set([...own.keys(), ...account.keys(), ...red])
      return checked.size === 0 ? [] : [{ brandId: id, ...lettersOf(checked, red) }]
    })
}

function lettersOf(checked: ReadonlySet<Day>, red: ReadonlySet<Day>): { from: Day; days: string } {
  const inOrder = [...checked].sort()
  const [from, last] = [inOrder[0], inOrder[inOrder.length - 1]]
  const letters = Array.from({ length: daysBetween(from, last) + 1 }, () => '-')
  for (const day of inOrder) letters[daysBetween(from, day)] = red.has(day) ? 'r' : 'g'
  return { from, days: letters.join('') }
}
