import type { AgreementAnswer } from '../../server/contract-agreement.ts'
import type { BotAnswer } from '../../server/contract-bot.ts'
import type { BrandSummary, MetricDescription, SeriesWeek } from '../../server/contract.ts'
import { formatDay, formatNumber } from '../../server/text/format.ts'
import { readAgreement, stretchOf } from '../agreement.ts'
import { brandsSpokenOf } from '../brands-spoken-of.ts'
import { el } from '../dom.ts'
import { figurePath } from '../list-query.ts'
import { choiceOf } from '../page-choice.ts'
import type { PageFilters } from '../page-filters.ts'
import { readPageFilters } from '../page-filters.ts'
import type { Page } from '../page.ts'
import { botBrandTable } from '../parts/bot/brand-table.ts'
import type { BotFigure } from '../parts/bot/cell-table.ts'
import { botCellTable } from '../parts/bot/cell-table.ts'
import { funnelFigure } from '../parts/bot/funnel-figure.ts'
import { funnelSentence } from '../parts/bot/funnel.ts'
import { botSources } from '../parts/bot/sources.ts'
import { definition } from '../parts/definition.ts'
import { moreDetails } from '../parts/more-details.ts'
import { nothingYet } from '../parts/nothing-yet.ts'
import { pageFilters } from '../parts/page-filters.ts'
import { rateTrend } from '../parts/rate-trend.ts'
import { skeleton } from '../parts/skeleton.ts'
import { stamps } from '../parts/stamps.ts'
import { refreshSeconds } from '../refresh.ts'
import { stretchWords } from '../stretch-words.ts'
import type { View } from '../view.ts'

type Answer = {
  bot: BotAnswer
  brands: BrandSummary[]
  metrics: MetricDescription[]
  filters: PageFilters
  agreement: AgreementAnswer | null
}

const trendMetrics = ['containment_rate', 'handoff_rate', 'automated_resolution_rate'] as const

/** What happens to conversations a bot takes part in. */
export const botPage: Page<Answer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),

  async load({ api, route }, signal) {
    const agreement = readAgreement(api, String(choiceOf(route).choice.brand), signal)
    const filters = await readPageFilters(api, route, signal, 'bot')
    const [bot, { brands }, { metrics }] = await Promise.all([
      api.readBot(filters.choice, signal),
      api.readBrands(signal),
      api.readMetrics(signal),
    ])
    return { bot, brands, metrics, filters, agreement: await agreement }
  },

  title: ({ text }, { bot }) => (bot.brand ? `${bot.brand.name} – ${text('bot.title')}` : text('bot.title')),

  draw(view, answer) {
    const { text } = view
    const { bot, brands } = answer
    if (brands.length === 0) return { nodes: [nothingYet(view)] }
    const filters = pageFilters(view, { page: 'bot', ...answer, asOf: bot.asOf })
    if (bot.state !== 'recorded') {
      const nodes = [intro(view, answer, filters), filters.bar.node, emptyState(view, answer)]
      return { nodes, shown: filters.bar.watch }
    }
    const isNarrowed = bot.filter !== null
    const trend = trendOf(view, answer)
    const nodes = [
      intro(view, answer, filters),
      filters.bar.node,
      filters.note,
      funnelPanel(view, answer),
      bot.brand === null
        ? panel(text('botBrands.title'), ...botBrandTable(view, bot, answer.filters.choice, brands))
        : null,
      panel(text('botTrend.title'), trend.node, el('p', { class: 'small' }, text('botTrend.breaks'))),
      // What the report says, and where its figures come from, is said of all conversations.
      isNarrowed ? null : cellPanel(view, answer),
      isNarrowed
        ? null
        : panel(
            text('botSources.title'),
            ...botSources(view, bot, answer.metrics, brandsSpokenOf(brands, bot.brand)),
          ),
      definitions(view, answer.metrics),
    ]
    return {
      nodes: nodes.filter((node) => node !== null),
      shown() {
        const drawn = trend.draw()
        const unwatch = filters.bar.watch()
        return () => {
          unwatch()
          void drawn.then((takeAway) => takeAway())
        }
      },
    }
  },

  refreshAfter: () => refreshSeconds(true),
}

function intro(
  view: View,
  { bot, brands, agreement }: Answer,
  { notice }: ReturnType<typeof pageFilters>,
): HTMLElement {
  const { text } = view
  return el(
    'section',
    { class: 'intro' },
    stamps(view, {
      answer: bot,
      brands: brandsSpokenOf(brands, bot.brand),
      agreement,
      stretch: stretchOf([bot.window, ...bot.trend.flatMap(({ weeks }) => weeks)]),
    }),
    el('h1', { tabIndex: -1 }, bot.brand ? `${bot.brand.name} – ${text('bot.title')}` : text('bot.title')),
    el(
      'p',
      { class: bot.funnel ? 'headline-sentence' : 'lead' },
      bot.funnel ? funnelSentence(view, bot.funnel) : text('bot.lead'),
    ),
    notice,
  )
}

function funnelPanel(view: View, { bot, brands }: Answer): HTMLElement {
  const { text } = view
  const { window, funnel } = bot
  return panel(
    text('funnel.title'),
    el(
      'p',
      { class: 'small' },
      `${text(`window.${window.chosen}`)}: ${stretchWords(view, window.from, window.to)}`,
    ),
    ...(funnel
      ? funnelFigure(view, bot, brandsSpokenOf(brands, bot.brand), funnel)
      : [el('p', {}, text('bot.noFunnel'))]),
    funnel && el('p', { class: 'small' }, text('funnel.note')),
    funnel && funnel.undecided > 0 ? el('p', { class: 'small' }, text('funnel.notMature')) : null,
  )
}

function trendOf(view: View, { bot, brands, metrics }: Answer): ReturnType<typeof rateTrend> {
  const { text, language, route } = view
  const { brand } = bot
  const narrowed = 'query' in route ? route.query : undefined
  return rateTrend(view, {
    id: 'bot-trend',
    title: text('botTrend.title'),
    subject: bot.brand?.name ?? text('botTrend.allBrands'),
    count: (n) => text('figure.conversations', { n: formatNumber(n, language), count: n }),
    countHeading: text('table.count'),
    lines: trendMetrics.map((key) => ({
      name: metrics.find((metric) => metric.key === key)?.name[language] ?? key,
      weeks: bot.trend.find(({ metric }) => metric === key)?.weeks ?? [],
      // Who tells of automated resolutions may be the bot's own records.
      ...(key !== 'automated_resolution_rate' && {
        rowsOf: (week: SeriesWeek) => figurePath(brand && brand.id, key, week, narrowed),
      }),
    })),
    marks: bot.marks,
    asOf: bot.asOf,
    brands: brandsSpokenOf(brands, bot.brand),
    metrics: trendMetrics,
  })
}

/** Of one brand; of several the trend and the table say it, for their figures are never put into one verdict. */
function cellPanel(view: View, { bot, brands, metrics }: Answer): HTMLElement | null {
  const { text, language } = view
  const note =
    bot.liveChatUntil === null
      ? text('botCells.liveChatAll')
      : text('botCells.liveChat', { day: formatDay(bot.liveChatUntil, language) })
  const figures = bot.trend.flatMap(({ metric: key }): BotFigure[] => {
    const metric = metrics.find((one) => one.key === key)
    const comparison = bot.comparisons.find((cell) => cell.metric === key)
    return metric && comparison ? [{ metric: { ...metric, key }, comparison }] : []
  })
  return panel(
    text('botCells.title'),
    el('p', { class: 'wrapped' }, note),
    bot.brand !== null && figures.length > 0
      ? botCellTable(view, figures, bot, brandsSpokenOf(brands, bot.brand))
      : null,
  )
}

function definitions(view: View, metrics: readonly MetricDescription[]): HTMLElement {
  const known = metrics.filter(({ key }) => [...trendMetrics, 'bot_csat'].includes(key))
  return el(
    'div',
    { class: 'panel definitions' },
    el('h2', {}, view.text('definition.show')),
    ...known.map((metric) =>
      moreDetails(`bot-${metric.key}-definition`, metric.name[view.language], definition(view, metric)),
    ),
  )
}

function emptyState(view: View, { bot }: Answer): HTMLElement {
  const { text } = view
  const isSaid = bot.state === 'unrecorded'
  return panel(
    text(isSaid ? 'botNone.unrecordedTitle' : 'botNone.title'),
    el('p', { class: 'wrapped' }, text(isSaid ? 'botNone.unrecordedText' : 'botNone.text')),
    el('p', { class: 'wrapped small' }, text('botCells.liveChatAll')),
    el('p', {}, el('a', { href: view.link('/data-health') }, text('botSources.health.link'))),
  )
}

function panel(title: string, ...body: (Node | null)[]): HTMLElement {
  return el('section', { class: 'panel' }, el('h2', {}, title), ...body)
}
