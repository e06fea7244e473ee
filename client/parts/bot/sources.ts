import type { BotAnswer, BotGap } from '../../../server/contract-bot.ts'
import type { BrandSummary, MetricDescription } from '../../../server/contract.ts'
import { addDays } from '../../../server/periods/day.ts'
import { formatDay, formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { stretchWords } from '../../stretch-words.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'
import { moreDetails } from '../more-details.ts'
import type { SavedColumn } from '../saved-table.ts'
import { savedTable } from '../saved-table.ts'

type Source = BotAnswer['sources'][number]

/** Which records each figure is read from and since when, what other records there are, and what is missing. */
export function botSources(
  view: View,
  answer: BotAnswer,
  metrics: readonly MetricDescription[],
  brands: readonly BrandSummary[],
): HTMLElement[] {
  const { text, language, session } = view
  const nameOf = (source: Source) =>
    metrics.find(({ key }) => key === source.metric)?.name[language] ?? source.metric
  const days = ({ from, lastDay }: { from: string; lastDay: string }) =>
    stretchWords(view, from, addDays(lastDay, 1))
  const brand: SavedColumn<Source> = {
    heading: text('botSources.brand'),
    cell: (source) => source.brand.name,
  }
  const columns: SavedColumn<Source>[] = [
    { heading: text('botSources.figure'), cell: nameOf },
    ...(answer.brand === null ? [brand] : []),
    { heading: text('botSources.source'), cell: ({ source }) => text(`botSources.${source}`) },
    {
      heading: text('botSources.days'),
      cell: days,
      file: [
        { heading: text('tools.weekFrom'), value: ({ from }) => from },
        { heading: text('tools.weekTo'), value: ({ lastDay }) => lastDay },
      ],
    },
  ]
  const records = answer.records.map((record) =>
    el(
      'li',
      {},
      text(`botSources.records.${record.source}`, {
        n: formatNumber(record.conversations, language),
        count: record.conversations,
        days: days(record),
      }),
    ),
  )
  const isAdministrator = session.person.role === 'administrator'
  const saved = {
    ...{ id: 'bot-sources-save', window: null, asOf: answer.asOf, brands },
    subject: answer.brand?.name ?? text('tools.allBrands'),
    title: text('botSources.caption'),
    metrics: [...new Set(answer.sources.map(({ metric }) => metric))],
  }
  const table = savedTable(view, saved, columns, answer.sources)
  return [
    answer.brand === null ? moreDetails('bot-sources', text('botSources.perBrand'), table) : table,
    records.length > 0
      ? el('ul', { class: 'bulleted' }, ...records)
      : el('p', { class: 'small' }, text('botSources.noRecords')),
    ...gapList(view, answer.gaps),
    el(
      'p',
      {},
      el(
        'a',
        { href: view.link(isAdministrator ? '/data-health#import' : '/data-health') },
        text(isAdministrator ? 'botSources.import.link' : 'botSources.health.link'),
      ),
    ),
  ]
}

function gapList(view: View, gaps: readonly BotGap[]): HTMLElement[] {
  if (gaps.length === 0) return []
  return [
    el('h3', {}, view.text('botGap.title')),
    el(
      'ul',
      { class: 'gaps' },
      ...gaps.map((gap) => el('li', {}, icon('warning'), el('span', {}, gapWords(view, gap)))),
    ),
  ]
}

function gapWords({ text, language }: View, gap: BotGap): string {
  switch (gap.code) {
    case 'bot_only_not_recorded': {
      const from = formatDay(gap.from, language)
      return gap.to === null
        ? text('botGap.bot_only_not_recorded_open', { brand: gap.brand.name, from })
        : text('botGap.bot_only_not_recorded', {
            brand: gap.brand.name,
            from,
            to: formatDay(gap.to, language),
          })
    }
    case 'involvement_unknown':
      return text('botGap.involvement_unknown', { brand: gap.brand.name, n: gap.days })
    case 'export_not_read':
      return text(`botGap.export_not_read.${gap.missing}`)
    case 'sampled':
      return text('botGap.sampled', { brand: gap.brand.name })
    case 'no_bot_named':
      return text('botGap.no_bot_named', { brand: gap.brand.name })
  }
}
