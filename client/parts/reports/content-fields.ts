import type { BrandSummary, MetricDescription, QuestionFilter } from '../../../server/contract.ts'
import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import type { ReportDraft } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { inGroups } from '../../metric-groups.ts'
import { filterOf, queryOfFilter } from '../../report-filter.ts'
import type { View } from '../../view.ts'
import { filterSelect } from '../filters/filter-fields.ts'
import { filterOptions } from '../filters/filter-words.ts'
import { loadChoices } from '../filters/load-choices.ts'
import { moreDetails, whenOpened } from '../more-details.ts'
import { allOrSome, fieldGroup, tickList } from './form-fields.ts'

const filterNames = ['channel', 'language', 'topic', 'group', 'hours', 'open', 'bot'] as const
const attachments = ['pdf', 'xlsx', 'csv'] as const

type Shown = {
  draft: ReportDraft
  brands: readonly BrandSummary[]
  metrics: readonly MetricDescription[]
  /** Whose brands it tells of, where that is somebody else. */
  otherOwner: string | null
  changed: () => void
}

/** What a report tells: brands, figures, which conversations, and the files that come with it. */
export function contentFields(view: View, shown: Shown): HTMLElement {
  const { text, language } = view
  const { draft, brands, metrics, otherOwner, changed } = shown
  const choose = { some: text('reports.form.some') }
  return fieldGroup(
    'content',
    'report-content',
    text('reports.form.content'),
    allOrSome(
      {
        ...{ name: 'brands', id: 'report-brands', label: text('reports.form.brands'), ...choose },
        all:
          otherOwner === null
            ? text('reports.form.brandsAll')
            : text('reports.form.brandsOwner', { name: otherOwner }),
      },
      brands.map(({ id, name }) => ({ value: String(id), label: name })),
      draft.brands && draft.brands.map(String),
      (chosen) => {
        draft.brands = chosen && chosen.map(Number)
        changed()
      },
    ),
    allOrSome(
      {
        ...{ name: 'metrics', id: 'report-metrics', label: text('reports.form.figures'), ...choose },
        all: text('reports.form.figuresAll'),
      },
      inGroups(metrics).flatMap(({ group, metrics: some }) =>
        some.map(({ key, name }) => ({ value: key, label: name[language], group: text(`group.${group}`) })),
      ),
      draft.metrics,
      (chosen) => {
        draft.metrics = chosen && metrics.map(({ key }) => key).filter((key) => chosen.includes(key))
        changed()
      },
    ),
    filterFields(view, shown),
    fieldGroup(
      'attachments',
      'report-attachments',
      text('reports.form.attachments'),
      tickList(
        'report-files',
        attachments.map((value) => ({ value, label: text(`reports.attachment.${value}`) })),
        draft.attachments,
        (chosen) => {
          draft.attachments = attachments.filter((kind) => chosen.includes(kind))
          changed()
        },
      ),
    ),
  )
}

/** The choices of the account are fetched once somebody looks. */
function filterFields(view: View, { draft, changed }: Shown): HTMLElement {
  const { text, api } = view
  const host = el('div', { class: 'filter-row' })
  const details = moreDetails(
    'report-filters-more',
    text('reports.form.filters'),
    el('p', { class: 'small' }, text('reports.form.filtersHint')),
    host,
  )
  details.open = draft.filters !== null
  let choices: FilterChoicesAnswer | null = null

  function draw(): void {
    if (choices === null) return
    const known = choices
    const query = queryOfFilter(draft.filters)
    const focused = host.contains(document.activeElement) ? document.activeElement?.id : undefined
    host.replaceChildren(
      ...filterNames.map((name) =>
        filterSelect(
          view,
          { query, choose: (next) => take(filterOf(next)) },
          {
            name,
            label: text(`filter.${name}`),
            options: filterOptions(view, name, known),
            any: text('filter.any'),
          },
        ),
      ),
    )
    if (focused !== undefined) document.getElementById(focused)?.focus()
  }

  function take(filters: QuestionFilter | null): void {
    draft.filters = filters
    draw()
    changed()
  }

  async function load(): Promise<() => void> {
    return loadChoices(view, host, {
      ask: (signal) => api.readFilterChoices('all', signal),
      show(found) {
        choices = found
        draw()
      },
    })
  }

  whenOpened(details, load)
  details.dataset.field = 'filters'
  details.append(el('p', { class: 'problem' }))
  return details
}
