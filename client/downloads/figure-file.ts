import type { BrandSummary } from '../../server/contract.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { glossaryPath } from '../glossary-entries.ts'
import { momentWords, sharedZone } from '../parts/freshness.ts'
import { stretchWords } from '../stretch-words.ts'
import type { View } from '../view.ts'
import { csvText } from './csv-file.ts'
import type { DataTable } from './data-table.ts'
import { fileName } from './file-name.ts'
import { fileSheet } from './file-sheet.ts'

export type FigureKind = 'png' | 'csv' | 'xlsx'

/** A figure of a page as somebody takes it away. */
export type FigureSource = {
  /** Unlike that of any other figure of the page. */
  id: string
  /** Whose figure it is: a brand, or all of them. */
  subject: string
  title: string
  /** Half-open; null where the rows name their days. */
  window: { from: string; to: string } | null
  asOf: string
  /** Those it speaks of: moments are told in the zone they share. */
  brands: readonly BrandSummary[]
  /** Keys of what it measures: each has its definition in the glossary. */
  metrics: readonly string[]
  table: () => DataTable
}

/** One figure as a file; code for pictures and for Excel is fetched only where it is asked for. */
export async function figureFile(
  view: View,
  source: FigureSource,
  kind: FigureKind,
  root: HTMLElement | null,
): Promise<{ blob: Blob; name: string }> {
  const { text } = view
  const { subject, title, window, asOf, brands } = source
  const heading = text('tools.heading', { subject, title })
  const name = fileName([subject, title, dayOf(Date.parse(asOf), sharedZone(brands))], kind)
  if (kind === 'png') {
    if (root === null) throw new Error('This figure has no picture; save it as a table')
    const { picture } = await import('./picture.ts')
    const moment = text('tools.asOfWords', { moment: momentWords(asOf, view, brands) })
    const days = window ? [stretchWords(view, window.from, window.to)] : []
    return { blob: await picture(root, heading, [[...days, moment].join(' · ')]), name }
  }
  const definitions = source.metrics.map((key) => new URL(view.link(glossaryPath(key)), location.href).href)
  const sheet = fileSheet({ title: heading, definitions, window, asOf }, source.table(), text)
  if (kind === 'csv') return { blob: new Blob([csvText(sheet)], { type: 'text/csv;charset=utf-8' }), name }
  const { excelBlob } = await import('./excel-file.ts')
  return { blob: await excelBlob(sheet, title), name }
}
