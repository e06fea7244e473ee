import { isNotMoved, tallyOf } from '../../text/verdicts.ts'
import { drawAligned } from './aligned-part.ts'
import { drawForest } from './forest-part.ts'
import { drawOpening } from './opening.ts'
import type { CompareContent } from './pdf-content.ts'
import { drawReadingPage } from './reading-page.ts'
import type { Sheet } from './sheet.ts'
import { styles } from './styles.ts'
import { drawTable, tableHeight } from './table.ts'
import { effectCell, outcomeCell, windowCell } from './verdict-cells.ts'
import type { Words } from './words.ts'
import { narrowedWords, wordsIn } from './words.ts'

/** One figure at every brand: how much the move changed it, and how its weeks went since. */
export function drawCompare(sheet: Sheet, content: CompareContent): void {
  const words = wordsIn(content.language)
  const { text, language } = words
  const { metric, comparisons: answer, brands } = content
  const shown = brands.filter(({ id }) => answer.comparisons.some(({ brand }) => brand.id === id))
  drawOpening(sheet, content, {
    title: `${text('compare.title')}: ${metric.name[language]}`,
    headline: brands.length === 0 ? '' : headline(words, content),
    brands: shown,
    answer,
    notices: [narrowedWords(answer, content.days, language)],
  })
  if (shown.length === 0) return sheet.paragraph('P', text('pdf.empty'), styles.body)
  sheet.paragraph('P', metric.question[language], styles.body)
  drawForest(sheet, words, content)
  drawAligned(sheet, words, content)
  drawNumbers(sheet, words, content)
  drawReadingPage(sheet, content, { comparisons: answer.comparisons, metrics: [metric] })
}

function headline({ text, language }: Words, { metric, comparisons }: CompareContent): string {
  const moved = comparisons.comparisons.filter((comparison) => !isNotMoved(comparison))
  const { improved, worse, higher, lower, no_clear_change: unclear } = tallyOf(moved)
  const values = { metric: metric.name[language], n: moved.length, improved, worse, higher, lower }
  if (improved + worse + higher + lower + unclear === 0) return text('compare.headWaiting', values)
  return text(metric.better === 'neutral' ? 'compare.headNeutral' : 'compare.headJudged', values)
}

/** What the verdicts rest on, and beside it what there is to look at. */
function drawNumbers(sheet: Sheet, words: Words, { metric, comparisons, aligned }: CompareContent): void {
  const { text, language } = words
  const beside = new Map(aligned.brands.map((one) => [one.brand.id, one]))
  const columns = (['outcome', 'before', 'after', 'effect', 'now', 'previous', 'lastYear'] as const).map(
    (name) => ({ heading: text(`compareTable.${name}`), share: name === 'outcome' ? 1.25 : 1 }),
  )
  const all = [{ heading: text('compareTable.brand'), share: 1.15 }, ...columns]
  const rows = comparisons.comparisons.map((comparison) => {
    const earlier = beside.get(comparison.brand.id)
    return [
      { pieces: [{ words: comparison.brand.name, style: styles.strong }] },
      outcomeCell({ text, language }, comparison),
      windowCell(words, comparison.before, metric),
      windowCell(words, comparison.after, metric),
      effectCell(words, comparison),
      windowCell(words, comparison.now, metric),
      windowCell(words, earlier?.previous ?? null, metric),
      windowCell(words, earlier?.lastYear ?? null, metric),
    ]
  })
  sheet.heading(text('compareTable.title'), tableHeight(sheet, all, rows) + 20)
  sheet.paragraph('P', text('compareTable.text'), styles.small)
  drawTable(sheet, all, rows)
}
