import { gridFor } from '../comparison/grid-for.ts'
import type { MarksFor } from '../comparison/series-marks.ts'
import type { Context } from '../context.ts'
import { isLoopback } from '../platform/config.ts'
import type { Person } from '../store/people.ts'
import { brandsInScope } from './brand-scope.ts'

/** Which days may be marked on the time axes of this person. */
export function marksFor(ctx: Context, person: Person): MarksFor {
  return {
    isSimulated: isLoopback(new URL(ctx.config.zendesk.baseUrl)),
    tellingBrands: gridFor(ctx, person) === 'own_weeks' ? brandsInScope(ctx, person, 'all') : 'all',
  }
}
