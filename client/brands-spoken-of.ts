import type { BrandSummary } from '../server/contract.ts'

/** The one brand a page is about, or every brand the person sees. */
export function brandsSpokenOf(
  brands: readonly BrandSummary[],
  one: { id: number } | null,
): readonly BrandSummary[] {
  return one === null ? brands : brands.filter(({ id }) => id === one.id)
}
