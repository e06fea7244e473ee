import type { Context } from '../context.ts'
import type { GridKind } from '../store/comparison-cells.ts'
import type { Person } from '../store/people.ts'
import { seesAllBrands } from '../store/people.ts'

/**
 * Which grid a person reads. Where nothing of hidden brands may show, not even how they moved in common, whoever sees
 * some brands only gets cells that stand against these brands' own weeks.
 */
export function gridFor({ config }: Pick<Context, 'config'>, person: Person): GridKind {
  return config.isScopeStrict && !seesAllBrands(person) ? 'own_weeks' : 'shared'
}
