import type { Comparison, ComparisonState, Language, MetricKey } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import { formatLongSpan } from '../text/format-span.ts'
import { formatDay, formatNumber } from '../text/format.ts'
import type { Report, ReportBrand, ReportRow, WeekFigure } from './report.ts'
import {
  beforeAfterOf,
  contentIn,
  countsOf,
  effectOf,
  gradesIn,
  isClear,
  marks,
  messagesIn,
  notesOf,
  ownWindowsOf,
  rangeOf,
  weekValueOf,
} from './wording.ts'

/** One figure of a brand in words: what both forms of the mail lay out. */
export type RowView = {
  metric: MetricKey
  name: string
  state: ComparisonState
  word: string
  effect: string | null
  /** A verdict that says something moved; the others are set more quietly. */
  clear: boolean
  /** The verdict about all conversations, where this one is about some. */
  whole: string | null
  /** Range, evidence and notes: what qualifies the change. */
  qualifiers: string[]
  beforeAfter: string | null
  /** Counts behind both sides, and their windows where they are not the brand's. */
  basis: string[]
  week: string
  /** Whether it may still change, and the count behind it. */
  weekDetails: string[]
  weekBefore: string
}

export type BrandView = {
  id: number
  name: string
  /** When it moved, the windows, or why there is no comparison yet. */
  about: string
  compared: boolean
  rows: RowView[]
  /** True of every comparison of the brand. */
  remarks: string[]
  /** Rows refer to these by number, from 1. */
  notes: string[]
}

export function presentBrand(report: Report, brand: ReportBrand): BrandView {
  const { language } = report
  const compared = brand.rows.filter(({ cell }) => cell.before !== null && cell.after !== null)
  // Notes of a brand without any comparison would only explain cells that are not shown.
  const isTold = brand.compared || (report.narrowed !== null && brand.move !== null)
  const noted = (row: ReportRow) => (isTold ? notesOf(row.cell, language) : [])
  const all = [...new Set(brand.rows.flatMap(noted))]
  const isGeneral = (note: string) =>
    compared.length > 1 && compared.every((row) => noted(row).includes(note))
  const notes = all.filter((note) => !isGeneral(note))
  // One grade for the whole mail is said once, at its top.
  const gradeEach = gradesIn(report).length > 1
  const rows = brand.rows.map((row) => {
    const own = noted(row).filter((note) => !isGeneral(note))
    return presentRow(row, brand, {
      language,
      gradeEach,
      noteNumbers: own.map((note) => notes.indexOf(note) + 1),
    })
  })
  return {
    id: brand.id,
    name: brand.name,
    about: aboutBrand(report, brand),
    compared: brand.compared,
    rows,
    remarks: all.filter(isGeneral),
    notes,
  }
}

function presentRow(
  { metric, cell, whole, week, weekBefore }: ReportRow,
  brand: ReportBrand,
  {
    language,
    gradeEach,
    noteNumbers,
  }: { language: Language; gradeEach: boolean; noteNumbers: readonly number[] },
): RowView {
  const messages = messagesIn(language)
  const { kind, name } = metricOf(metric)
  const effect = effectOf(cell, language)
  const count =
    week === null || week.value === null || kind === 'count'
      ? null
      : messages.countedOnce(formatNumber(week.n, language), messages.countedNoun(metric))
  return {
    metric,
    name: name[language],
    whole: whole && wholeOf(whole, language),
    state: cell.state,
    word: messages.states[cell.state],
    effect,
    clear: isClear(cell.state),
    qualifiers: present([
      effect === null ? null : rangeOf(cell, language),
      effect === null || cell.grade === null || !gradeEach ? null : messages.evidence(cell.grade),
      cell.state === 'not_enough_data' && cell.readyOn !== null
        ? messages.fromDay(formatDay(cell.readyOn, language))
        : null,
      ...noteNumbers.map(messages.note),
    ]),
    beforeAfter: beforeAfterOf(cell, language),
    basis: present([countsOf(cell, language), ownWindowsOf(cell, brand, language)]),
    week: weekValueOf(week, metric, language),
    weekDetails: present([isComingIn(week) ? messages.stillComingIn : null, count]),
    weekBefore: present([
      weekValueOf(weekBefore, metric, language),
      isComingIn(weekBefore) ? `(${messages.stillComingIn})` : null,
    ]).join(' '),
  }
}

/** 'all conversations: ✓ Improved −38%'. */
function wholeOf(whole: Comparison, language: Language): string {
  const effect = isClear(whole.state) ? effectOf(whole, language) : null
  const verdict = [marks[whole.state], messagesIn(language).states[whole.state], effect]
  return contentIn(language).whole(present(verdict).join(' '))
}

function isComingIn(week: WeekFigure | null): boolean {
  return week !== null && week.value !== null && !week.complete
}

function aboutBrand({ language }: Report, brand: ReportBrand): string {
  const messages = messagesIn(language)
  if (brand.move === null) return messages.notMoved
  const readyOn = brand.rows
    .flatMap(({ cell }) => (cell.state === 'not_enough_data' && cell.readyOn !== null ? [cell.readyOn] : []))
    .sort()[0]
  return present([
    messages.moved(formatDay(brand.move.wentLiveOn, language)),
    brand.windows &&
      messages.windows(
        formatLongSpan(brand.windows.before, language),
        formatLongSpan(brand.windows.after, language),
      ),
    !brand.compared && readyOn !== undefined ? messages.verdictsFrom(formatDay(readyOn, language)) : null,
  ]).join(' ')
}

function present(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null)
}
