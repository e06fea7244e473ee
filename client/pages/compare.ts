import { readAgreement, stretchOfCells } from '../agreement.ts'
import type { CompareAnswer } from '../compare-answer.ts'
import { linedBrands } from '../compare-answer.ts'
import { chooseBrands, chooseMetric, mostLines } from '../compare-choices.ts'
import type { ChosenBrands } from '../compare-choices.ts'
import { countLeft } from '../count-left.ts'
import { el } from '../dom.ts'
import { narrowingNames, needsChoices, parseNarrowing } from '../narrowing.ts'
import type { Page } from '../page.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { compareFilters } from '../parts/compare/compare-filters.ts'
import { narrowingNotices } from '../parts/filters/narrowed-note.ts'
import { alignedFigure } from '../parts/compare/aligned-figure.ts'
import { compareTable } from '../parts/compare/compare-table.ts'
import { forestFigure } from '../parts/compare/forest-figure.ts'
import { metricChoice } from '../parts/compare/metric-choice.ts'
import { definition } from '../parts/definition.ts'
import { moreDetails } from '../parts/more-details.ts'
import { nothingYet } from '../parts/nothing-yet.ts'
import { pdfLine } from '../parts/pdf-line.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { skeleton } from '../parts/skeleton.ts'
import { stamps } from '../parts/stamps.ts'
import { refreshSeconds } from '../refresh.ts'
import { isNotMoved, tallyOf } from '../verdicts.ts'
import type { View } from '../view.ts'

/** One figure at every brand: how much the move changed it, and how its weeks went since. */
export const comparePage: Page<CompareAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),

  async load({ api, route }, signal) {
    const query = queryOf(route)
    const others = Promise.all([
      api.readBrands(signal),
      api.readDataHealth(signal),
      api.goals.list('all', signal),
    ])
    const agreement = readAgreement(api, 'all', signal)
    const [{ metrics }, choices] = await Promise.all([
      api.readMetrics(signal),
      needsChoices(query) ? api.readFilterChoices('all', signal) : null,
    ])
    const { metric, unknown } = chooseMetric(query, metrics)
    const narrowing = parseNarrowing(query, narrowingNames, choices)
    const [[{ brands }, health, goals], comparisons, aligned, left] = await Promise.all([
      others,
      api.readComparisonsOf([metric.key], signal, narrowing.query),
      api.readAligned(metric.key, signal, narrowing.query),
      countLeft(api, narrowing.query, signal),
    ])
    const answer = { brands, metrics, metric, unknownMetric: unknown, comparisons, aligned, health, goals }
    return { ...answer, narrowing, choices, left, agreement: await agreement }
  },

  title: ({ text, language }, { metric }) => `${text('compare.title')}: ${metric.name[language]}`,

  draw(view, answer) {
    const { text, route } = view
    if (answer.brands.length === 0) return { nodes: [nothingYet(view)] }
    const chosen = chooseBrands(
      queryOf(route),
      linedBrands(answer.aligned).map(({ brand }) => brand.id),
    )
    const forest = forestFigure(view, answer)
    const aligned = alignedFigure(view, answer, chosen)
    const filters = compareFilters(view, answer)
    const nodes = [
      progressBanner(view, answer.health),
      choiceNotice(noticesOf(view, answer, chosen)),
      el(
        'section',
        { class: 'intro' },
        pdfLine(
          view,
          stamps(view, {
            answer: answer.comparisons,
            brands: answer.brands,
            agreement: answer.agreement,
            stretch: stretchOfCells(answer.comparisons.comparisons),
          }),
          'compare',
          pdfChoices(answer, chosen),
        ),
        el('h1', { tabIndex: -1 }, headline(view, answer)),
        el(
          'div',
          { class: 'choice-line' },
          metricChoice(view, answer.metrics, answer.metric, answer.narrowing.query),
          filters.bar.node,
        ),
        el(
          'div',
          { class: 'metric-more bare' },
          moreDetails('compare-definition', text('definition.show'), definition(view, answer.metric)),
        ),
      ),
      filters.note,
      forest.node,
      aligned.node,
      compareTable(view, answer),
    ]
    return {
      nodes: nodes.filter((node) => node !== null),
      shown() {
        const undo = [filters.bar.watch(), forest.shown(), aligned.shown()]
        return () => undo.forEach((takeAway) => takeAway())
      },
    }
  },

  refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
}

/** The figure, the brands that have a line, and what the page is narrowed to. */
function pdfChoices({ metric, narrowing }: CompareAnswer, { ids }: ChosenBrands): URLSearchParams {
  const choices = new URLSearchParams(narrowing.query)
  choices.set('metric', metric.key)
  if (ids.length > 0) choices.set('brands', ids.join(','))
  return choices
}

function queryOf(route: View['route']): URLSearchParams {
  return route.name === 'compare' ? route.query : new URLSearchParams()
}

/** The one sentence at the top. */
function headline({ text, language }: View, { metric, comparisons }: CompareAnswer): string {
  const moved = comparisons.comparisons.filter((comparison) => !isNotMoved(comparison))
  const { improved, worse, higher, lower, no_clear_change: unclear } = tallyOf(moved)
  const values = { metric: metric.name[language], n: moved.length, improved, worse, higher, lower }
  if (improved + worse + higher + lower + unclear === 0) return text('compare.headWaiting', values)
  return text(metric.better === 'neutral' ? 'compare.headNeutral' : 'compare.headJudged', values)
}

function noticesOf({ text, language }: View, answer: CompareAnswer, chosen: ChosenBrands): string[] {
  const { metric, unknownMetric } = answer
  const given = chosen.unknown.join(', ')
  return [
    ...(unknownMetric === null
      ? []
      : [text('compare.unknownMetric', { given: unknownMetric, used: metric.name[language] })]),
    ...(given === '' ? [] : [text('compare.unknownBrands', { given })]),
    ...(chosen.isDefault ? [text('compare.noBrandLeft', { n: chosen.ids.length })] : []),
    ...narrowingNotices({ text }, answer.narrowing.problems),
    ...(chosen.isCut ? [text('compare.tooManyBrands', { most: mostLines })] : []),
  ]
}
