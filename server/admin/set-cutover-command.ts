import { parseArgs } from 'node:util'
import { updateCutovers } from '../comparison/update-cutovers.ts'
import type { Context } from '../context.ts'
import { isDay } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { AccountSettings, StatedBrandSettings } from '../settings/account-settings.ts'
import { brandSettingsOf, nothingStated } from '../settings/default-settings.ts'
import { recordAudit } from '../store/audit.ts'
import type { BrandRow } from '../store/brands.ts'
import { readBrands, readCutovers } from '../store/brands.ts'
import { inTransaction } from '../store/database.ts'
import { requestJob } from '../store/job-requests.ts'
import { readAccountSettings, writeAccountSettings } from '../store/settings.ts'
import type { Command } from './command.ts'

const NONE = 'none'
const BY_DEFAULT = 'command line'

export const setCutoverCommand: Command = {
  words: ['set-cutover'],
  usage: 'set-cutover BRAND_ID YYYY-MM-DD|none [--note TEXT] [--by NAME]',
  run(ctx, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { note: { type: 'string' }, by: { type: 'string' } },
    })
    const { brand, day } = understand(ctx, positionals)
    const by = values.by ?? BY_DEFAULT
    const now = ctx.clock.now()
    inTransaction(ctx.db, () => {
      const settings = readAccountSettings(ctx.db)
      const cutover = day === NONE ? null : { day, confirmedBy: by, note: values.note ?? null }
      writeAccountSettings(ctx.db, withCutover(settings, brand.id, cutover), now)
      recordAudit(ctx.db, { at: now, actor: by, action: 'cutover.set', detail: `${brand.id} ${day}` })
      updateCutovers(ctx.db)
      requestJob(ctx.db, { name: 'compare', options: {}, requestedBy: by, now })
    })
    const known = readCutovers(ctx.db).get(brand.id)
    const told = known ? `moved on ${known.went_live_on} (${known.went_live_source})` : 'has not moved'
    return `${brand.name} ${told}; verdicts follow with the next run of the job "compare"`
  },
}

/** @throws naming everything that is wrong with the brand and the day */
function understand(ctx: Context, [brandText = '', day = '']: string[]): { brand: BrandRow; day: string } {
  const brands = readBrands(ctx.db)
  const brand = brands.find(({ id, name }) => String(id) === brandText || name === brandText)
  const settings = readAccountSettings(ctx.db)
  const { zone } = brand ? brandSettingsOf(settings, brand.id) : settings
  const problems: string[] = []
  if (!brand) {
    problems.push(
      `no brand "${brandText}"; the brands are:`,
      ...brands.map(({ id, name }) => `  ${id}  ${name}`),
    )
  }
  if (day !== NONE && !isDay(day)) {
    problems.push(`"${day}" is not a day; use YYYY-MM-DD, or none to go back to the day found in the data`)
  } else if (day !== NONE && day > dayOf(ctx.clock.now(), zone)) {
    problems.push(`${day} lies in the future; a cutover is set once it has happened`)
  }
  if (!brand || problems.length > 0) throw new Error(problems.join('\n'))
  return { brand, day }
}

/** The settings with one brand's cutover replaced, and nothing else said of it than before. */
function withCutover(
  settings: AccountSettings,
  id: number,
  cutover: StatedBrandSettings['cutover'],
): AccountSettings {
  const isKnown = settings.brands.some((brand) => brand.id === id)
  if (!isKnown) return { ...settings, brands: [...settings.brands, { ...nothingStated(id), cutover }] }
  return {
    ...settings,
    brands: settings.brands.map((brand) => (brand.id === id ? { ...brand, cutover } : brand)),
  }
}
