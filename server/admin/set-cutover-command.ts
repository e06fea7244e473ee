import { parseArgs } from 'node:util'
import { updateCutovers } from '../comparison/update-cutovers.ts'
import { isDay } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { recordAudit } from '../store/audit.ts'
import { readBrands, readCutovers } from '../store/brands.ts'
import { requestJob } from '../store/job-requests.ts'
import { readAccountSettings, writeAccountSettings } from '../store/settings.ts'
import type { Command } from './command.ts'

export const setCutoverCommand: Command = {
  words: ['set-cutover'],
  usage: 'set-cutover BRAND_ID YYYY-MM-DD|none [--note TEXT] [--by NAME]',
  run(ctx, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { note: { type: 'string' }, by: { type: 'string' } },
    })
    const [brandText, day] = positionals
    const brand = readBrands(ctx.db).find(({ id, name }) => String(id) === brandText || name === brandText)
    const settings = readAccountSettings(ctx.db)
    const today = dayOf(ctx.clock.now(), brand ? brandSettingsOf(settings, brand.id).zone : settings.zone)
    const problems = [
      ...(brand
        ? []
        : [
            `no brand "${brandText ?? ''}"; the brands are:\n${readBrands(ctx.db)
              .map(({ id, name }) => `  ${id}  ${name}`)
              .join('\n')}`,
          ]),
      ...(day !== undefined && (day === 'none' || isDay(day))
        ? []
        : [`"${day ?? ''}" is not a day; use YYYY-MM-DD, or none to go back to the day found in the data`]),
      ...(day !== undefined && isDay(day) && day > today
        ? [`${day} lies in the future; a cutover is set once it has happened`]
        : []),
    ]
    if (!brand || problems.length > 0) throw new Error(problems.join('\n'))
    const cutover =
      day === 'none' ? null : { day, confirmedBy: values.by ?? 'command line', note: values.note ?? null }
    const others = settings.brands.filter(({ id }) => id !== brand.id)
    const now = ctx.clock.now()
    writeAccountSettings(
      ctx.db,
      { ...settings, brands: [...others, { ...brandSettingsOf(settings, brand.id), cutover }] },
      now,
    )
    recordAudit(ctx.db, {
      at: now,
      actor: values.by ?? 'command line',
      action: 'cutover.set',
      detail: `${brand.id} ${day}`,
    })
    updateCutovers(ctx.db)
    requestJob(ctx.db, { name: 'compare', options: {}, requestedBy: 'command line', now })
    const known = readCutovers(ctx.db).get(brand.id)
    const told = known
      ? `${brand.name} moved on ${known.went_live_on} (${known.went_live_source})`
      : `${brand.name} has not moved`
    return `${told}; verdicts follow with the next run of the job "compare"`
  },
}
