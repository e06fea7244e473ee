import type { TeamAnswer } from '../../../server/contract-team.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import type { TeamShow } from '../../team-choice.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import { hoursData } from './hours-table.ts'
import { weekHours } from './week-hours.ts'

/** The weeks as maps, and the buttons that save them. */
export function hoursFigure(
  view: View,
  answer: TeamAnswer,
  brands: readonly BrandSummary[],
  show: TeamShow,
): HTMLElement[] {
  const { text } = view
  const { brand, asOf } = answer
  const maps = weekHours(view, answer, show)
  const source = {
    ...{ id: 'team-hours-save', window: null, asOf },
    subject: brand.name,
    title: `${text('team.hours')} – ${text(`team.show.${show}`)}`,
    brands: brands.filter(({ id }) => id === brand.id),
    // What agents have open at once is a figure of the glossary too; the others are plain counts and hours.
    metrics: show === 'once' ? ['concurrency'] : [],
    table: () => hoursData(view, answer, show),
  }
  return [maps, figureTools(view, source, maps)]
}
