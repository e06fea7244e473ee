import type { TeamAnswer } from '../../../server/contract-team.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { addDays } from '../../../server/periods/day.ts'
import { el } from '../../dom.ts'
import type { TeamChoice } from '../../team-choice.ts'
import { teamPath } from '../../team-choice.ts'
import { filterField } from '../filters/filter-fields.ts'
import type { View } from '../../view.ts'
import { windowWords } from '../../words.ts'

const LENGTHS = [4, 8, 13, 26]

/** Whose hours, and of which weeks; each choice is a step of its own in the history. */
export function teamChoices(
  view: View,
  choice: TeamChoice,
  answer: TeamAnswer,
  brands: readonly BrandSummary[],
): HTMLElement {
  const { text } = view
  const brand = el(
    'select',
    {
      id: 'team-brand',
      on: { change: () => view.choose(teamPath({ ...choice, brandId: Number(brand.value), days: null })) },
    },
    ...brands.map(({ id, name }) =>
      el('option', { value: String(id), selected: id === choice.brandId }, name),
    ),
  )
  const options = weekOptions(view, choice, answer, brands)
  const weeks = el(
    'select',
    {
      id: 'team-weeks',
      on: {
        change: () => view.choose(teamPath({ ...choice, days: options[Number(weeks.value)]?.days ?? null })),
      },
    },
    ...options.map(({ label, isChosen }, index) =>
      el('option', { value: String(index), selected: isChosen }, label),
    ),
  )
  return el(
    'section',
    { class: 'filter-bar', role: 'search', aria: { label: text('filter.label') } },
    el(
      'div',
      { class: 'filter-body' },
      el(
        'div',
        { class: 'filter-row' },
        filterField(text('team.brand'), brand, false),
        filterField(text('team.weeks'), weeks, choice.days !== null),
      ),
    ),
  )
}

type WeekOption = { label: string; days: TeamChoice['days']; isChosen: boolean }

/** The weeks of the comparison, the latest few, and those of an address that are neither. */
function weekOptions(
  { text, language }: View,
  { days, brandId }: TeamChoice,
  { lastDay }: TeamAnswer,
  brands: readonly BrandSummary[],
): WeekOption[] {
  const cutover = brands.find(({ id }) => id === brandId)?.cutover
  const earliest = cutover?.rampEnd ?? cutover?.wentLiveOn ?? ''
  const same = (from: string, to: string) => days?.from === from && days.to === to
  const latest = LENGTHS.map((n) => ({ n, from: addDays(lastDay, -7 * n), to: lastDay }))
    .filter(({ from }) => from >= earliest)
    .map(({ n, from, to }) => ({
      label: text('team.weeksLatest', { n }),
      days: { from, to },
      isChosen: same(from, to),
    }))
  const isOther = days !== null && !latest.some(({ isChosen }) => isChosen)
  const asked = isOther
    ? [{ label: windowWords({ value: null, n: 0, ...days }, language, text), days, isChosen: true }]
    : []
  return [{ label: text('team.weeksReport'), days: null, isChosen: days === null }, ...latest, ...asked]
}
