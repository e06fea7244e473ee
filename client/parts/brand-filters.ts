import { dayOf } from '../../server/periods/zone.ts'
import type { BrandAnswer } from '../brand-answer.ts'
import { el } from '../dom.ts'
import { inGroups } from '../metric-groups.ts'
import { narrowingNames, narrowingOf } from '../narrowing.ts'
import { brandPath } from '../route.ts'
import { isJudgedState, isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { filterField } from './filters/filter-fields.ts'
import { narrowBar } from './filters/narrow-bar.ts'
import { narrowedNote } from './filters/narrowed-note.ts'
import { gradeBadge } from './grade-badge.ts'
import { stateMark } from './state-mark.ts'

/** The filters of a brand's page, and where any is active what that means. */
export function brandFilters(view: View, answer: BrandAnswer) {
  const { text, api } = view
  const { brand, narrowing, choices, narrowed, figures } = answer
  const bar = narrowBar(view, {
    query: narrowing.query,
    offered: narrowingNames,
    choices,
    loadChoices: (signal) => api.readFilterChoices(String(brand.id), signal),
    lead: [brandField(view, answer), figureField(view, answer)],
    today: dayOf(Date.parse(answer.asOf), brand.zone),
    usualDays: text('filters.daysReport'),
    choose: (query) => view.choose(pathOf(answer, { query })),
  })
  const note = narrowed
    ? narrowedNote(view, {
        left: narrowed.left,
        list: new URLSearchParams([['brand', String(brand.id)], ...narrowing.query]),
        isTooFew: figures[0].comparison.state === 'not_enough_data',
        report: reportWords(view, answer),
      })
    : null
  return { bar, note }
}

function brandField(view: View, answer: BrandAnswer): HTMLElement {
  const { brand, brands } = answer
  const select = el(
    'select',
    {
      id: 'filter-brand',
      on: { change: () => view.go(pathOf(answer, { brandId: Number(select.value) })) },
    },
    ...brands.map(({ id, name }) => el('option', { value: String(id), selected: id === brand.id }, name)),
  )
  return filterField(view.text('filter.brand'), select, false)
}

/** Without filters every figure of the report is there; narrowed, one at a time. */
function figureField(view: View, answer: BrandAnswer): HTMLElement {
  const { text, language } = view
  const shown = answer.narrowed ? answer.figures[0].metric.key : answer.opened?.metric.key
  const select = el(
    'select',
    {
      id: 'filter-metric',
      on: {
        change: () => {
          const metric = answer.metrics.find(({ key }) => key === select.value)
          view.choose(pathOf(answer, { metric: metric?.key ?? null }))
          if (!answer.narrowed && metric) document.getElementById(metric.key)?.scrollIntoView()
        },
      },
    },
    answer.narrowed
      ? null
      : el('option', { value: '', selected: shown === undefined }, text('filters.allFigures')),
    ...inGroups(answer.metrics)
      .filter(({ group }) => answer.narrowed !== null || group !== 'primary')
      .map(({ group, metrics }) =>
        el(
          'optgroup',
          { label: text(`group.${group}`) },
          ...metrics.map(({ key, name }) =>
            el('option', { value: key, selected: key === shown }, name[language]),
          ),
        ),
      ),
  )
  return filterField(text('filters.figure'), select, answer.narrowed !== null)
}

/** The page with another choice; where nothing narrows it any more, a figure of the report needs no name. */
function pathOf(
  answer: BrandAnswer,
  {
    brandId = answer.brand.id,
    query = answer.narrowing.query,
    metric = answer.narrowed ? answer.figures[0].metric.key : (answer.opened?.metric.key ?? null),
  }: { brandId?: number; query?: URLSearchParams; metric?: string | null },
): string {
  const narrowing = narrowingOf(query)
  const isPrimary = answer.metrics.some(({ key, primary }) => key === metric && primary)
  return brandPath(brandId, undefined, narrowing.size === 0 && isPrimary ? null : metric, narrowing)
}

function reportWords(view: View, { narrowed }: BrandAnswer): HTMLElement | null {
  const report = narrowed?.report
  if (!report) return null
  const isJudged = isJudgedState(report.state)
  return el(
    'span',
    { class: 'narrowed-verdict' },
    isNotMoved(report) ? view.text('filters.notMovedReport') : stateMark(report.state, view.text),
    isJudged && report.grade ? gradeBadge(report.grade, view.text) : null,
  )
}
