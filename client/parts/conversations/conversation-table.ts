import type {
  ConversationRow,
  ConversationSort,
  ConversationsAnswer,
} from '../../../server/contract-conversations.ts'
import type { BrandSummary, MetricKey } from '../../../server/contract.ts'
import {
  channelWords,
  languageWords,
  outcomeWords,
  topicWords,
} from '../../../server/text/conversation-words.ts'
import { formatDuration, formatInstant, formatLoad, formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { Child } from '../../dom.ts'
import { listPath, withChoices } from '../../list-query.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'

type Column = {
  heading: string
  sort?: ConversationSort
  isNumeric?: boolean
  cell: (row: ConversationRow) => Child
}
type Shown = { query: URLSearchParams; list: ConversationsAnswer; brands: readonly BrandSummary[] }

/** The rows, sorted by their headings; on a narrow screen each row is a card. */
export function conversationTable(view: View, shown: Shown): HTMLElement {
  const { text } = view
  const columns = columnsOf(view, shown)
  const body = shown.list.rows.map((row) =>
    el(
      'tr',
      { role: 'row' },
      ...columns.map(({ heading, isNumeric, cell }, place) =>
        place === 0
          ? el('th', { scope: 'row', role: 'rowheader' }, cell(row))
          : el('td', { role: 'cell', class: isNumeric ? 'numeric' : '' }, label(heading), cell(row)),
      ),
    ),
  )
  return el(
    'div',
    {
      class: 'scroll',
      tabIndex: 0,
      role: 'region',
      id: 'conversation-rows',
      aria: { label: text('conversations.caption') },
    },
    el(
      'table',
      { class: 'plain stacks conversations', role: 'table' },
      el('caption', { class: 'unseen' }, text('conversations.caption')),
      el(
        'thead',
        { role: 'rowgroup' },
        el('tr', { role: 'row' }, ...columns.map((column) => headingOf(view, shown, column))),
      ),
      el('tbody', { role: 'rowgroup' }, ...body),
    ),
  )
}

function columnsOf(view: View, { query, list, brands }: Shown): Column[] {
  const { text, language } = view
  const zones = new Map(brands.map(({ id, zone }) => [id, zone]))
  const seconds = (value: number | null) => formatDuration(value, language)
  const figure = list.figure
  // The figure's own column says the same.
  const unless = (metric: MetricKey, column: Column) => (figure?.metric === metric ? [] : [column])
  const columns: Column[] = [
    {
      heading: text('row.column.started'),
      sort: 'started',
      cell: ({ startedAt, brand }) => momentOf(startedAt, zones.get(brand.id) ?? 'UTC', view),
    },
    ...(brands.length > 1 && !/^\d+$/.test(query.get('brand') ?? '')
      ? [{ heading: text('row.column.brand'), cell: ({ brand }: ConversationRow) => brand.name }]
      : []),
    ...(figure && figure.kind !== 'count' ? [figureColumn(view, figure)] : []),
    { heading: text('row.column.source'), cell: (row) => sourceOf(view, row) },
    { heading: text('row.column.about'), cell: (row) => aboutOf(view, row) },
    ...unless('first_reply', {
      heading: text('row.column.firstReply'),
      sort: 'first_reply',
      isNumeric: true,
      cell: ({ firstReplySeconds }) => seconds(firstReplySeconds),
    }),
    ...unless('wait_to_agent', {
      heading: text('row.column.wait'),
      sort: 'wait',
      isNumeric: true,
      cell: ({ waitSeconds }) => seconds(waitSeconds),
    }),
    ...unless('resolution_time', {
      heading: text('row.column.resolution'),
      sort: 'resolution',
      isNumeric: true,
      cell: ({ resolutionSeconds }) => seconds(resolutionSeconds),
    }),
    {
      heading: text('row.column.messages'),
      sort: 'messages',
      isNumeric: true,
      cell: ({ customerMessages, agentMessages }) =>
        customerMessages === null || agentMessages === null
          ? '–'
          : formatNumber(customerMessages + agentMessages, language),
    },
    { heading: text('row.column.outcome'), cell: ({ outcome }) => outcomeWords(outcome, language) },
    { heading: text('row.column.rating'), cell: (row) => ratingOf(view, row) },
    { heading: text('row.column.ticket'), cell: (row) => ticketOf(view, row) },
  ]
  return columns
}

/** In the brand's own time, which is named where somebody asks. */
function momentOf(iso: string, zone: string, { language }: View): HTMLElement {
  const whole = formatInstant(iso, zone, language)
  return el('time', { dateTime: iso, title: whole }, whole.replace(/ GMT\S*$/, ''))
}

/** What a row is in the figure the list stands behind. */
function figureColumn(view: View, { kind, name }: NonNullable<ConversationsAnswer['figure']>): Column {
  const { text, language } = view
  if (kind === 'rate')
    return {
      heading: `${name[language]}: ${text('row.column.counted')}`,
      cell: ({ inFigure }) =>
        inFigure?.counted
          ? el('span', { class: 'state higher' }, icon('improved'), el('span', {}, text('row.word.yes')))
          : text('row.word.no'),
    }
  return {
    heading: name[language],
    sort: 'figure',
    isNumeric: true,
    cell: ({ inFigure }) => {
      const value = inFigure?.value ?? null
      if (value === null) return text('conversations.notEnded')
      return kind === 'duration' ? formatDuration(value, language) : formatLoad(value, language)
    },
  }
}

function headingOf(view: View, { query, list }: Shown, { heading, sort, isNumeric }: Column): HTMLElement {
  const isSorted = sort !== undefined && list.sort === sort
  const order = list.order === 'asc' ? 'ascending' : 'descending'
  const properties = {
    scope: 'col',
    role: 'columnheader',
    class: isNumeric ? 'numeric' : '',
    aria: { sort: isSorted ? order : undefined },
  }
  if (sort === undefined) return el('th', properties, heading)
  const next = isSorted && list.order === 'desc' ? 'asc' : 'desc'
  return el(
    'th',
    properties,
    el(
      'button',
      {
        type: 'button',
        class: 'sort-button',
        id: `sort-${sort}`,
        title: view.text('conversations.sortBy', { name: heading }),
        on: {
          click: () =>
            view.choose(
              listPath(
                withChoices(query, {
                  sort: sort === 'started' ? null : sort,
                  order: next === 'desc' ? null : next,
                }),
              ),
            ),
        },
      },
      heading,
      el(
        'span',
        { class: 'sort-mark', aria: { hidden: 'true' } },
        isSorted ? (list.order === 'asc' ? '▲' : '▼') : '↕',
      ),
    ),
  )
}

function sourceOf(
  { text, language }: View,
  { source, kind, channel, botInvolved }: ConversationRow,
): HTMLElement {
  const name = text(kind === 'offline_message' ? 'row.kind.offline_message' : `row.source.${source}`)
  const more = [
    ...(source === 'messaging' && channel !== 'native_messaging' ? [channelWords(channel, language)] : []),
    ...(source === 'messaging' && botInvolved === true ? [text('filter.bot.yes')] : []),
  ]
  return el('span', { class: 'named' }, name, more.length > 0 && small(more.join(', ')))
}

function aboutOf({ language }: View, row: ConversationRow): HTMLElement {
  const known = row.language === null ? [] : [languageWords(row.language, language)]
  return el('span', {}, [...known, topicWords(row.topic, language)].join(' · '))
}

function ratingOf({ text }: View, { rating }: ConversationRow): Child {
  if (rating === null) return '–'
  const looks = {
    good: ['improved', 'improved'],
    neutral: ['no_clear_change', 'no_clear_change'],
    bad: ['worse', 'worse'],
  } as const
  const [shape, look] = looks[rating.category]
  return el(
    'span',
    { class: `state ${look}` },
    icon(shape),
    el('span', {}, text(`row.rating.${rating.category}`)),
  )
}

function ticketOf({ text }: View, { ticketId, zendeskUrl, id }: ConversationRow): HTMLElement {
  if (zendeskUrl === null) return el('span', { class: 'small', title: id }, text('conversations.noTicket'))
  const ticket = String(ticketId)
  return el(
    'a',
    {
      href: zendeskUrl,
      target: '_blank',
      rel: 'noreferrer',
      title: text('conversations.open'),
      aria: { label: text('conversations.openOne', { id: ticket }) },
    },
    `#${ticket}`,
  )
}

function small(words: string): HTMLElement {
  return el('span', { class: 'small' }, words)
}

/** Shown only where the rows are cards; the column's heading says the same to screen readers. */
function label(heading: string): HTMLElement {
  return el('span', { class: 'cell-label', aria: { hidden: 'true' } }, heading)
}
