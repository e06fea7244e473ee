import { brandSettingsOf } from '../../settings/default-settings.ts'
import { readBrands, readCutovers } from '../../store/brands.ts'
import { moveOf } from '../../store/move-of.ts'
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
        cutover: moveOf(cutovers.get(brand.id)),
      }))
    return { brands }
  },
})
