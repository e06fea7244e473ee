import type { AgreementAnswer } from '../../server/contract-agreement.ts'
import type { CsatAnswer, CsatSource } from '../../server/contract-csat.ts'
import type { BrandSummary, MetricDescription, SeriesWeek } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { readAgreement, stretchOf } from '../agreement.ts'
import { brandsSpokenOf } from '../brands-spoken-of.ts'
import { el } from '../dom.ts'
import { choiceOf } from '../page-choice.ts'
import { askedPath, figurePath } from '../list-query.ts'
import type { PageFilters } from '../page-filters.ts'
import { readPageFilters } from '../page-filters.ts'
import type { Page } from '../page.ts'
import { csatAnswers } from '../parts/csat/answers.ts'
import { csatBrandTable } from '../parts/csat/brand-table.ts'
import { ratingFigure } from '../parts/csat/rating-figure.ts'
import { whoAnswersFigure } from '../parts/csat/who-answers-figure.ts'
import { definition } from '../parts/definition.ts'
import { moreDetails } from '../parts/more-details.ts'
import { nothingYet } from '../parts/nothing-yet.ts'
import { pageFilters } from '../parts/page-filters.ts'
import { rateTrend } from '../parts/rate-trend.ts'
import { rowsBehind } from '../parts/rows-behind.ts'
import { skeleton } from '../parts/skeleton.ts'
import { stamps } from '../parts/stamps.ts'
import { refreshSeconds } from '../refresh.ts'
import { isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'

type Answer = {
  csat: CsatAnswer
  brands: BrandSummary[]
  metrics: MetricDescription[]
  filters: PageFilters
  agreement: AgreementAnswer | null
}

/** How satisfied customers are, who of them answers, and what they were asked. */
export const csatPage: Page<Answer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),

  async load({ api, route }, signal) {
    const agreement = readAgreement(api, String(choiceOf(route).choice.brand), signal)
    const filters = await readPageFilters(api, route, signal, 'csat')
    const [csat, { brands }, { metrics }] = await Promise.all([
      api.readCsat(filters.choice, signal),
      api.readBrands(signal),
      api.readMetrics(signal),
    ])
    return { csat, brands, metrics, filters, agreement: await agreement }
  },

  title: ({ text }, { csat }) =>
    csat.brand ? `${csat.brand.name} – ${text('csat.title')}` : text('csat.title'),

  draw(view, answer) {
    const { csat, brands, metrics } = answer
    const { text } = view
    if (brands.length === 0) return { nodes: [nothingYet(view)] }
    const filters = pageFilters(view, { page: 'csat', ...answer, asOf: csat.asOf })
    const isNarrowed = csat.filter !== null
    if (csat.state !== 'asked') {
      const nodes = narrowedNodes(intro(view, answer, filters), filters)
      // Nobody was asked among these conversations: that says nothing of the others.
      return { nodes: isNarrowed ? nodes : [...nodes, emptyState(view, csat)], shown: filters.bar.watch }
    }
    const spoken = brandsSpokenOf(brands, csat.brand)
    const trends = trendsOf(view, csat, spoken, answer.filters.choice.filters)
    const [side] = csat.sides.filter((one) => one.whoAnswers !== null)
    // The rows of the report's own figure: those of days that were asked for stand behind no side of it.
    const cell = csat.sides.length > 1 ? csat.comparisons.find(({ metric }) => metric === 'csat') : undefined
    const nodes = [
      ...narrowedNodes(intro(view, answer, filters), filters),
      csatAnswers(view, csat),
      csat.brand === null
        ? panel(text('csatBrands.title'), csatBrandTable(view, csat, brands, metrics, answer.filters.choice))
        : null,
      panel(
        text('csatBars.title'),
        ...ratingFigure(view, csat, spoken),
        cell ? rowsBehind(view, cell, 'csat', answer.filters.choice.filters) : null,
        el('p', { class: 'small' }, text('csatBars.scoreNote')),
      ),
      panel(text('csatTrend.score'), trends.score.node),
      panel(text('csatTrend.response'), trends.response.node),
      side?.whoAnswers
        ? panel(
            text('csatWho.title'),
            el('p', { class: 'small' }, text('csatWho.text', { n: side.whoAnswers.leastAsked })),
            ...whoAnswersFigure(view, csat, spoken),
          )
        : null,
      measures(view, metrics),
    ]
    return {
      nodes: nodes.filter((node) => node !== null),
      shown() {
        const drawn = [trends.score.draw(), trends.response.draw()]
        const unwatch = filters.bar.watch()
        return () => {
          unwatch()
          drawn.forEach((one) => void one.then((takeAway) => takeAway()))
        }
      },
    }
  },

  refreshAfter: () => refreshSeconds(true),
}

type Filters = ReturnType<typeof pageFilters>

function narrowedNodes(first: HTMLElement, { bar, note }: Filters): HTMLElement[] {
  return [first, bar.node, ...(note ? [note] : [])]
}

function intro(view: View, { csat, brands, agreement }: Answer, { notice }: Filters): HTMLElement {
  const { text, language } = view
  const cell = csat.brand ? csat.comparisons.find(({ metric }) => metric === 'csat') : undefined
  const title = csat.brand ? `${csat.brand.name} – ${text('csat.title')}` : text('csat.title')
  return el(
    'section',
    { class: 'intro' },
    stamps(view, {
      answer: csat,
      brands: brandsSpokenOf(brands, csat.brand),
      agreement,
      stretch: stretchOf(csat.sides.map(({ window }) => window)),
    }),
    el('h1', { tabIndex: -1 }, title),
    cell && !isNotMoved(cell)
      ? el('p', { class: 'sentence' }, cell.sentence[language])
      : el('p', { class: 'lead' }, text('csat.lead')),
    notice,
  )
}

function trendsOf(view: View, csat: CsatAnswer, brands: readonly BrandSummary[], narrowed?: URLSearchParams) {
  const { text, language } = view
  const rowsOf = (metric: 'csat' | 'csat_response_rate', source: CsatSource) => (week: SeriesWeek) =>
    askedPath(figurePath(csat.brand && csat.brand.id, metric, week, narrowed), source)
  const subject = csat.brand?.name ?? text('csatTrend.allBrands')
  const nameOf = (source: CsatAnswer['trend'][number]['source']) => text(`csat.source.${source}`)
  return {
    score: rateTrend(view, {
      id: 'csat-score',
      title: text('csatTrend.score'),
      subject,
      count: (n) => text('figure.answers', { n: formatNumber(n, language), count: n }),
      countHeading: text('table.ratings'),
      lines: csat.trend.map(({ source, score }) => ({
        name: nameOf(source),
        weeks: score,
        rowsOf: rowsOf('csat', source),
      })),
      marks: csat.marks,
      asOf: csat.asOf,
      brands,
      metrics: ['csat'],
    }),
    response: rateTrend(view, {
      id: 'csat-response',
      title: text('csatTrend.response'),
      subject,
      count: (n) => text('csatTrend.askedCount', { n: formatNumber(n, language) }),
      countHeading: text('csatTrend.asked'),
      lines: csat.trend.map(({ source, responseRate }) => ({
        name: nameOf(source),
        weeks: responseRate,
        rowsOf: rowsOf('csat_response_rate', source),
      })),
      marks: csat.marks,
      asOf: csat.asOf,
      brands,
      metrics: ['csat_response_rate'],
    }),
  }
}

function measures(view: View, metrics: readonly MetricDescription[]): HTMLElement {
  const known = metrics.filter(({ key }) => key === 'csat' || key === 'csat_response_rate')
  return el(
    'section',
    { class: 'panel definitions' },
    el('h2', {}, view.text('csatMeasure.title')),
    el('p', {}, view.text('csatMeasure.comments')),
    ...known.map((metric) =>
      moreDetails(`csat-${metric.key}-definition`, metric.name[view.language], definition(view, metric)),
    ),
  )
}

function emptyState(view: View, { state }: CsatAnswer): HTMLElement {
  const { text } = view
  const isOff = state === 'off'
  return panel(
    text(isOff ? 'csatNone.offTitle' : 'csatNone.title'),
    el('p', { class: 'wrapped' }, text(isOff ? 'csatNone.offText' : 'csatNone.text')),
    el('p', {}, el('a', { href: view.link('/data-health') }, text('botSources.health.link'))),
  )
}

function panel(title: string, ...body: (Node | null)[]): HTMLElement {
  return el('section', { class: 'panel' }, el('h2', {}, title), ...body)
}
