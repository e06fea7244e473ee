import type { ConversationsAnswer, FilterChoicesAnswer } from '../../server/contract-conversations.ts'
import type { BrandSummary, MetricDescription } from '../../server/contract.ts'
import { AnswerError } from '../api.ts'
import type { Api } from '../api.ts'
import { el } from '../dom.ts'
import { filterNames, listPath, listQueryOf, withChoices } from '../list-query.ts'
import type { Page } from '../page.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { conversationTable } from '../parts/conversations/conversation-table.ts'
import { exportLinks } from '../parts/conversations/export-links.ts'
import { figureBehind } from '../parts/conversations/figure-behind.ts'
import { listPages } from '../parts/conversations/list-pages.ts'
import { stepBehind } from '../parts/conversations/step-behind.ts'
import { filterBar } from '../parts/filter-bar.ts'
import { freshness } from '../parts/freshness.ts'
import { skeleton } from '../parts/skeleton.ts'
import type { View } from '../view.ts'

const REFRESH_SECONDS = 300

type Ignored = { name: string; value: string; why: string }
type Refused = { code: 'rests_on_agents_time' | 'rests_on_bot_records' }
export type ListAnswer = {
  /** What was asked in the end. */
  query: URLSearchParams
  brands: BrandSummary[]
  metrics: MetricDescription[]
  choices: FilterChoicesAnswer
  list: ConversationsAnswer | Refused
  ignored: Ignored[]
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
    return { brands, metrics, choices: await api.readFilterChoices(brand, signal), ...found }
  },

  title: ({ text }) => text('nav.conversations'),
  draw: (view, answer) => ({ nodes: drawList(view, answer) }),
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
    const left = wrong.map(({ field, message }) => ({
      name: field,
      value: query.get(field) ?? '',
      why: message,
    }))
    return readList(api, rest, signal, [...ignored, ...left])
  }
}

function drawList(view: View, answer: ListAnswer): Node[] {
  const { text } = view
  const { list, query } = answer
  const isThere = !('code' in list)
  const nodes = [
    choiceNotice(answer.ignored.map((one) => ignoredWords(view, one))),
    el(
      'section',
      { class: 'intro' },
      isThere ? freshness(view, list, answer.brands) : null,
      el('h1', { tabIndex: -1 }, text('nav.conversations')),
      el('p', { class: 'lead' }, text('conversations.lead')),
    ),
    filterBar(view, {
      query,
      choices: answer.choices,
      brands: answer.brands,
      metrics: answer.metrics,
      today: todayOf(answer),
      choose: (next) => view.choose(listPath(next)),
    }),
    isThere ? null : refused(view, query, list),
    isThere && list.figure ? figureBehind(view, query, list, list.figure) : null,
    isThere ? stepBehind(view, query, list) : null,
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
  const isNarrowed = [...filterNames, 'metric', 'step'].some((name) => query.has(name))
  return el(
    'section',
    { class: 'panel nothing' },
    el('p', {}, el('strong', {}, view.text('conversations.none'))),
    isNarrowed ? el('p', { class: 'small' }, view.text('conversations.noneMore')) : null,
  )
}

/** A figure without conversations: why, and the way on. */
function refused(view: View, query: URLSearchParams, { code }: Refused): HTMLElement {
  const without = withChoices(query, { metric: null, counted: null })
  return el(
    'section',
    { class: 'panel nothing' },
    el('p', { class: 'wrapped' }, view.text(`behind.${code}`)),
    el('p', {}, el('a', { href: view.link(listPath(without)) }, view.text('behind.withoutMetric'))),
  )
}

function ignoredWords({ text }: View, { name, value, why }: Ignored): string {
  if (name === 'cursor') return text('conversations.cursorIgnored')
  return text('conversations.ignored', { name, value: value.slice(0, 40), why: why.slice(0, 200) })
}

/** Of the moment the answer was made, not of this device. */
function todayOf({ list, brands }: ListAnswer): string {
  const at = 'code' in list ? new Date() : new Date(list.asOf)
  const zone = brands[0]?.zone ?? 'UTC'
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
}
