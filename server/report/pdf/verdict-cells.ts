import type {
  BrandSummary,
  Comparison,
  ComparisonState,
  Effect,
  EvidenceGrade,
  MetricDescription,
  PooledComparison,
  WindowValue,
} from '../../contract.ts'
import { countWords, rangeWords, waitingWords, windowWords } from '../../text/figure-words.ts'
import { formatDay, formatEffect, formatMetricValue } from '../../text/format.ts'
import { isArriving, isJudgedState, isKnownUnmoved, isNotMoved } from '../../text/verdicts.ts'
import type { ColourName } from '../pictures/light-colours.ts'
import { markColours } from './mark.ts'
import { styles } from './styles.ts'
import type { Badge, Cell, Piece } from './table.ts'
import type { Words } from './words.ts'

const grounds: Partial<Record<ComparisonState, ColourName>> = {
  improved: 'good-soft',
  worse: 'bad-soft',
  higher: 'moved-soft',
  lower: 'moved-soft',
}
const word = { ...styles.smallStrong, size: 7.5 } as const
const size = { ...styles.strong, size: 9.5 } as const
const quiet = { ...styles.small, size: 7 } as const

/** A verdict as shape and word, with its grade. */
export function verdictPiece(
  { text }: Pick<Words, 'text'>,
  state: ComparisonState,
  grade: Comparison['grade'],
): Piece {
  const style = { ...word, colour: markColours[state] ?? 'ink-soft' }
  return { words: text(`state.${state}`), style, mark: state, badge: grade && badgeOf({ text }, grade) }
}

/** An evidence grade as its letter. */
export function badgeOf({ text }: Pick<Words, 'text'>, grade: EvidenceGrade): Badge {
  return { letter: grade, words: text('cell.grade', { grade }) }
}

/** One brand and metric: the verdict, its size and range, and the two values. */
export function verdictCell(
  words: Words,
  comparison: Comparison | undefined,
  metric: MetricDescription,
): Cell {
  if (!comparison) return { pieces: [{ words: '–', style: quiet }] }
  if (isArriving(comparison)) return { pieces: [waitingMark(words.text('state.arriving'))] }
  if (isNotMoved(comparison)) return { pieces: [unmovedPiece(words, comparison, metric)] }
  const { state, grade, before, after, effect, expected } = comparison
  const judged = isJudgedState(state)
  const note = judged ? null : waitingWords(comparison, words.language, words.text)
  const value = (of: number | null | undefined) => formatMetricValue(of ?? null, metric.kind, words.language)
  const held = judged && expected ? words.text('cell.expected', { value: value(expected.value) }) : null
  return {
    pieces: [
      verdictPiece(words, state, judged ? grade : null),
      ...(judged && effect ? effectPieces(words, effect, state !== 'no_clear_change') : []),
      ...(note ? [{ words: note, style: quiet }] : []),
      ...(before || after
        ? [{ words: `${value(before?.value)} → ${value(after?.value)}`, style: quiet, more: held }]
        : []),
    ],
    ground: grounds[state],
  }
}

/** The answer of all moved brands together. */
export function pooledCell(words: Words, pooled: PooledComparison | undefined): Cell {
  if (!pooled) return { pieces: [{ words: '–', style: quiet }] }
  const { state, grade, effect, brands } = pooled
  return {
    pieces: [
      verdictPiece(words, state, effect && grade),
      ...(effect ? effectPieces(words, effect, state !== 'no_clear_change') : []),
      { words: words.text('grid.pooledOf', { n: brands }), style: quiet },
    ],
  }
}

/** A brand's name, and when it moved. */
export function brandCell(words: Words, brand: BrandSummary, comparisons: readonly Comparison[]): Cell {
  const { text, language } = words
  const moved = brand.cutover
    ? text('brand.moved', { day: formatDay(brand.cutover.wentLiveOn, language) })
    : text(isKnownUnmoved(brand, comparisons) ? 'brand.notMoved' : 'brand.moveUnknown')
  return {
    pieces: [
      { words: brand.name, style: styles.strong },
      { words: moved, style: quiet },
    ],
  }
}

/** The outcome alone; a brand that has not moved has none. */
export function outcomeCell(words: Words, comparison: Comparison): Cell {
  if (isNotMoved(comparison)) return { pieces: [notMovedPiece(words)] }
  const { state, grade } = comparison
  const note = isJudgedState(state) ? null : waitingWords(comparison, words.language, words.text)
  return {
    pieces: [
      verdictPiece(words, state, isJudgedState(state) ? grade : null),
      ...(note ? [{ words: note, style: quiet }] : []),
    ],
    ground: grounds[state],
  }
}

export function notMovedPiece({ text }: Pick<Words, 'text'>): Piece {
  return { words: text('state.not_moved'), style: { ...word, colour: 'ink-soft' }, mark: 'not_moved' }
}

/** Size and range of a change; only one that is called is set as one. */
export function effectCell(words: Words, { effect, state }: Pick<Comparison, 'effect' | 'state'>): Cell {
  if (!effect || !isJudgedState(state)) return { pieces: [{ words: '–', style: quiet }] }
  return { pieces: effectPieces(words, effect, state !== 'no_clear_change') }
}

/** A value with its count, and its days where these do not stand elsewhere. */
export function windowCell(
  words: Words,
  window: WindowValue | null,
  metric: MetricDescription,
  { withDays = true } = {},
): Cell {
  if (window === null || window.value === null) return { pieces: [{ words: '–', style: quiet }] }
  const value = formatMetricValue(window.value, metric.kind, words.language)
  const count = countWords(window.n, metric, words.language, words.text)
  return {
    pieces: [
      { words: value, style: styles.strong, more: count },
      ...(withDays
        ? [{ words: windowWords(window, words.language, words.text), style: { ...quiet, size: 6.5 } }]
        : []),
    ],
  }
}

/** A figure that is not called shows its range only, so that nobody reads a change into it. */
function effectPieces({ language, text }: Words, effect: Effect, isCalled: boolean): Piece[] {
  const range = rangeWords(effect, language, text)
  if (!isCalled) return [{ words: range, style: quiet }]
  return [{ words: formatEffect(effect.value, effect.unit, language), style: size, more: range }]
}

function waitingMark(words: string): Piece {
  return { words, style: { ...word, colour: 'ink-soft' }, mark: 'not_enough_data' }
}

function unmovedPiece(words: Words, comparison: Comparison, metric: MetricDescription): Piece {
  const value = (comparison.now ?? comparison.before)?.value ?? null
  const said =
    value === null ? words.text('cell.none') : formatMetricValue(value, metric.kind, words.language)
  return { words: said, style: quiet }
}
