import type { BrandSummary } from '../server/contract.ts'
import { isDay } from '../server/periods/day.ts'

export const teamShows = ['people', 'all', 'hours', 'once'] as const
/** What the hours show: conversations for agents, all of them, agent hours, or conversations at once. */
export type TeamShow = (typeof teamShows)[number]

/** Days half-open, as in the address; null for the weeks of the comparison. */
export type TeamChoice = { brandId: number; days: { from: string; to: string } | null; show: TeamShow }
/** What an address said that could not be used. */
export type TeamProblem = { field: 'brand' | 'days' | 'show'; given: string }

/**
 * Reads the choices of an address. Without a brand it is the first that has moved; a number of a brand is kept even if
 * nobody knows it: the page then says that there is no access.
 * @returns null where there is no brand at all
 */
export function parseTeamChoice(
  query: URLSearchParams,
  brands: readonly BrandSummary[],
): { choice: TeamChoice; problems: TeamProblem[] } | null {
  const problems: TeamProblem[] = []
  const usual = brands.find(({ cutover }) => cutover !== null) ?? brands.at(0)
  const brandText = query.get('brand') ?? ''
  const isBrand = /^\d{1,15}$/.test(brandText)
  if (brandText !== '' && !isBrand) problems.push({ field: 'brand', given: brandText })
  const brandId = isBrand ? Number(brandText) : usual?.id
  if (brandId === undefined) return null

  const showText = query.get('show') ?? 'people'
  const show = teamShows.find((known) => known === showText)
  if (show === undefined) problems.push({ field: 'show', given: showText })

  const [from, to] = [query.get('from'), query.get('to')]
  const areDays = from !== null && to !== null && isDay(from) && isDay(to) && from < to
  if ((from !== null || to !== null) && !areDays) problems.push({ field: 'days', given: daysText(from, to) })
  return { choice: { brandId, days: areDays ? { from, to } : null, show: show ?? 'people' }, problems }
}

/** The address of the page with these choices; the opposite of the above. */
export function teamPath({ brandId, days, show }: TeamChoice): string {
  const query = new URLSearchParams({ brand: String(brandId) })
  if (days) {
    query.set('from', days.from)
    query.set('to', days.to)
  }
  if (show !== 'people') query.set('show', show)
  return `/team?${query.toString()}`
}

export function daysText(from: string | null, to: string | null): string {
  return `${from ?? '…'} – ${to ?? '…'}`
}
