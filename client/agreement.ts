import type { AgreementAnswer, BrandAgreement } from '../server/contract-agreement.ts'
import type { Comparison } from '../server/contract.ts'
import { addDays, daysBetween } from '../server/periods/day.ts'
import type { Api } from './api.ts'

/** Days half-open; null where it is open on that side. */
export type Stretch = { from: string | null; to: string | null }

/** Days of some brands that agree with Zendesk's own counts. */
export type Agreement = {
  /** Days on which at least one of the brands was checked. */
  checked: number
  /** Those of them on which at least one of the brands differs, oldest first. */
  differing: string[]
}

/**
 * How the days shown agree with Zendesk's counts. It is said beside figures that stand without it: where it cannot be
 * asked for, nothing is said.
 */
export async function readAgreement(
  api: Api,
  brand: string,
  signal: AbortSignal,
): Promise<AgreementAnswer | null> {
  try {
    return await api.readAgreement(brand, signal)
  } catch {
    return null
  }
}

/** The stretch from the first to the last of these windows; open where there is none. */
export function stretchOf(windows: readonly ({ from: string; to: string } | null | undefined)[]): Stretch {
  const known = windows.filter((window) => window !== null && window !== undefined)
  if (known.length === 0) return { from: null, to: null }
  const froms = known.map(({ from }) => from).sort()
  const tos = known.map(({ to }) => to).sort()
  return { from: froms[0], to: tos[tos.length - 1] }
}

/** The stretch the windows of these cells lie in. */
export function stretchOfCells(cells: readonly Pick<Comparison, 'before' | 'after' | 'now'>[]): Stretch {
  return stretchOf(cells.flatMap(({ before, after, now }) => [before, after, now]))
}

/** What was checked of these brands in this stretch. A day counts once, however many brands differ on it. */
export function agreementWithin(
  brands: readonly BrandAgreement[],
  brandIds: readonly number[],
  { from, to }: Stretch,
): Agreement {
  const checked = new Set<string>()
  const differing = new Set<string>()
  for (const brand of brands) {
    if (!brandIds.includes(brand.brandId)) continue
    const start = from === null ? 0 : Math.max(0, daysBetween(brand.from, from))
    const end = to === null ? brand.days.length : Math.min(brand.days.length, daysBetween(brand.from, to))
    for (let place = start; place < end; place++) {
      const letter = brand.days[place]
      if (letter === '-') continue
      const day = addDays(brand.from, place)
      checked.add(day)
      if (letter === 'r') differing.add(day)
    }
  }
  return { checked: checked.size, differing: [...differing].sort() }
}
