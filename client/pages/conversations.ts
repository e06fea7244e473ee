import type { AgreementAnswer } from '../../server/contract-agreement.ts'
import type { ConversationsAnswer, FilterChoicesAnswer } from '../../server/contract-conversations.ts'
import type { BrandSummary, MetricDescription } from '../../server/contract.ts'
import type { Stretch } from '../agreement.ts'
import { readAgreement } from '../agreement.ts'
import { isDay } from '../../server/periods/day.ts'
import { AnswerError } from '../api.ts'
import type { Api } from '../api.ts'
import { el } from '../dom.ts'
import { choicesOfFigure, filterNames, listPath, listQueryOf, withChoices } from '../list-query.ts'
import type { Page } from '../page.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { conversationTable } from '../parts/conversations/conversation-table.ts'
import { exportLinks } from '../parts/conversations/export-links.ts'
import { figureBehind } from '../parts/conversations/figure-behind.ts'
import { listFilters } from '../parts/conversations/list-filters.ts'
import { listPages } from '../parts/conversations/list-pages.ts'
import { stepBehind } from '../parts/conversations/step-behind.ts'
import { teamBehind } from '../parts/conversations/team-behind.ts'
import { nothingYet } from '../parts/nothing-yet.ts'
import { skeleton } from '../parts/skeleton.ts'
import { stamps } from '../parts/stamps.ts'
import type { View } from '../view.ts'

const REFRESH_SECONDS = 300

type Ignored = { name: string; value: string }
type Refused = { code: 'rests_on_agents_time' | 'rests_on_bot_records' }
export type ListAnswer = {
  /** What was asked in the end. */
  query: URLSearchParams
  brands: BrandSummary[]
  metrics: MetricDescription[]
  choices: FilterChoicesAnswer
  list: ConversationsAnswer | Refused
  ignored: Ignored[]
  agreement: AgreementAnswer | null
}

/** The rows behind any figure. */
export const conversationsPage: Page<ListAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),

  async load({ api, route }, signal) {
    const asked = listQueryOf('query' in route ? route.query : new URLSearchParams())
    const [{ brands }, { metrics }, found] = await Promise.all([
      api.readBrands(signal),
      api.readMetrics(signal),
      readList(api, asked, signal),
    ])
    const brand = found.query.get('brand') ?? 'all'
    const [choices, agreement] = await Promise.all([
      api.readFilterChoices(brand, signal),
      readAgreement(api, brand, signal),
    ])
    return { brands, metrics, choices, agreement, ...found }
  },

  title: ({ text }) => text('nav.conversations'),
  draw(view, answer) {
    if (answer.brands.length === 0) return { nodes: [nothingYet(view)] }
    const filters = listFilters(view, { ...answer, today: todayOf(answer) })
    return { nodes: drawList(view, answer, filters), shown: filters.watch }
  },
  refreshAfter: () => REFRESH_SECONDS,
}

/** What of an address cannot be used is left out, and told. */
async function readList(
  api: Api,
  query: URLSearchParams,
  signal: AbortSignal,
  ignored: readonly Ignored[] = [],
): Promise<Pick<ListAnswer, 'query' | 'list' | 'ignored'>> {
  try {
    return { query, list: await api.readConversations(query, signal), ignored: [...ignored] }
  } catch (error) {
    if (!(error instanceof AnswerError) || error.problem === null) throw error
    const { code, fields = [] } = error.problem
    if (code === 'rests_on_agents_time' || code === 'rests_on_bot_records')
      return { query, list: { code }, ignored: [...ignored] }
    // Each time there are fewer names: it comes to an end.
    const wrong = fields.filter(({ field }) => query.has(field))
    if (error.status !== 400 || wrong.length === 0) throw error
    const rest = new URLSearchParams(query)
    for (const { field } of wrong) rest.delete(field)
    const left = wrong.map(({ field }) => ({ name: field, value: query.get(field) ?? '' }))
    return readList(api, rest, signal, [...ignored, ...left])
  }
}

function drawList(view: View, answer: ListAnswer, filters: ReturnType<typeof listFilters>): Node[] {
  const { text } = view
  const { list, query } = answer
  const isThere = !('code' in list)
  const nodes = [
    choiceNotice(answer.ignored.map((one) => ignoredWords(view, one))),
    el(
      'section',
      { class: 'intro' },
      isThere
        ? stamps(view, {
            answer: list,
            brands: brandsAsked(answer),
            agreement: answer.agreement,
            stretch: stretchListed(query, list),
          })
        : null,
      el('h1', { tabIndex: -1 }, text('nav.conversations')),
      el('p', { class: 'lead' }, text('conversations.lead')),
    ),
    filters.node,
    isThere ? null : refused(view, query, list),
    isThere && list.figure ? figureBehind(view, query, list, list.figure) : null,
    isThere ? stepBehind(view, query, list) : null,
    isThere ? teamBehind(view, query, list) : null,
    isThere ? rows(view, answer, list) : null,
  ]
  return nodes.filter((node) => node !== null)
}

function rows(view: View, answer: ListAnswer, list: ConversationsAnswer): HTMLElement {
  if (list.rows.length === 0) return nothing(view, answer.query)
  return el(
    'section',
    { class: 'panel' },
    el(
      'div',
      { class: 'list-head' },
      listPages(view, answer.query, list, 'top'),
      exportLinks(view, answer.query, list),
    ),
    conversationTable(view, { query: answer.query, list, brands: answer.brands }),
    listPages(view, answer.query, list, 'bottom'),
  )
}

function nothing(view: View, query: URLSearchParams): HTMLElement {
  const isNarrowed = [...filterNames, 'metric', 'step', 'team'].some((name) => query.has(name))
  return el(
    'section',
    { class: 'panel nothing' },
    el('p', {}, el('strong', {}, view.text('conversations.none'))),
    isNarrowed ? el('p', { class: 'small' }, view.text('conversations.noneMore')) : null,
  )
}

/** A figure without conversations: why, and the way on. */
function refused(view: View, query: URLSearchParams, { code }: Refused): HTMLElement {
  const without = withChoices(query, { ...choicesOfFigure, metric: null })
  return el(
    'section',
    { class: 'panel nothing' },
    el('p', { class: 'wrapped' }, view.text(`behind.${code}`)),
    el('p', {}, el('a', { href: view.link(listPath(without)) }, view.text('behind.withoutMetric'))),
  )
}

function brandsAsked({ brands, query }: ListAnswer): readonly BrandSummary[] {
  const asked = query.get('brand')?.split(',')
  return asked ? brands.filter(({ id }) => asked.includes(String(id))) : brands
}

/** A figure has its own window where no days were asked for. */
function stretchListed(query: URLSearchParams, { figure }: ConversationsAnswer): Stretch {
  const window = figure?.window
  return { from: query.get('from') ?? window?.from ?? null, to: query.get('to') ?? window?.to ?? null }
}

/** The server says why in English only: here it is told in the reader's words. */
function ignoredWords({ text }: View, { name, value }: Ignored): string {
  if (name === 'cursor') return text('conversations.cursorIgnored')
  const given = value.slice(0, 40)
  if (name === 'from' || name === 'to')
    return text(isDay(value) ? 'conversations.ignoredOrder' : 'filters.problem.day', { given })
  const known = filterNames.find((filter) => filter === name)
  return known && known !== 'from' && known !== 'to'
    ? text('filters.problem.unknown', { given, name: text(`filter.${known}`) })
    : text('conversations.ignored', { name, value: given })
}

/** Of the moment the answer was made, not of this device. */
function todayOf({ list, brands }: ListAnswer): string {
  const at = 'code' in list ? new Date() : new Date(list.asOf)
  const zone = brands[0]?.zone ?? 'UTC'
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
}
