import type { BrandSummary } from '../../contract.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import type { CutoverRow } from '../../store/brands.ts'
import { readBrands, readCutovers } from '../../store/brands.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { brandsAnswerSchema } from '../answer-schemas.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'

export const listBrands = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/brands',
  summary: 'The brands you may see, by name, with the day each moved',
  answer: brandsAnswerSchema,
  handle(ctx, { person }) {
    const visible = new Set(brandsInScope(ctx, person, 'all'))
    const settings = readAccountSettings(ctx.db)
    const cutovers = readCutovers(ctx.db)
    const brands = readBrands(ctx.db)
      .filter((brand) => visible.has(brand.id))
      .map((brand) => ({
        id: brand.id,
        name: brand.name,
        zone: brandSettingsOf(settings, brand.id).zone,
        cutover: toCutover(cutovers.get(brand.id)),
      }))
    return { brands }
  },
})

function toCutover(row: CutoverRow | undefined): BrandSummary['cutover'] {
  if (!row) return null
  return {
    wentLiveOn: row.went_live_on,
    rampEnd: row.ramp_end,
    source: row.went_live_source,
    rampSource: row.ramp_source,
    detectedOn: row.detected_on,
    note: row.note,
  }
}
