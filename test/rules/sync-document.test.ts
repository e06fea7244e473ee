import { describe, expect, it } from 'vitest'
import { streamNames } from '../../server/metrics/streams.ts'
import { zendeskReadingsSchema } from '../../server/settings/zendesk-readings.ts'
import { readFiles, readPackageFile } from './package-files.ts'

const text = readPackageFile('docs/sync.md')
const columns = [
  'stream',
  'endpoint',
  'cursor',
  'window',
  'limits',
  'what can change late',
  'how it is reconciled',
]
const table = rowsOfTable('stream')

describe('docs/sync.md', () => {
  it('tells of every stream, and of no other', () => {
    expect(table.map(([stream]) => stream.replaceAll('`', ''))).toEqual(streamNames)
  })

  it('says all seven things of each', () => {
    expect(headerOfTable('stream')).toEqual(columns)
    for (const row of table) {
      expect(row.length, row[0]).toBe(columns.length)
      expect(
        row.every((cell) => cell !== ''),
        row[0],
      ).toBe(true)
    }
  })

  it('names every address the streams and the reconciliation ask', () => {
    const sources = readFiles(['jobs/streams', 'jobs/reconcile'], ['.ts']).map((file) => file.text)
    const asked = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/['`](\/api\/v2\/[\w/.]+)/g)].map(([, path]) =>
          path.replace(/\.json$/, '').replace(/\/$/, ''),
        ),
      ),
    )

    expect(asked.size).toBeGreaterThan(10)
    expect([...asked].filter((path) => !text.includes(path))).toEqual([])
  })

  it('explains every setting that changes how Zendesk is read', () => {
    const documented = rowsOfTable('setting').map(([setting]) => setting.replaceAll('`', ''))

    expect(documented.sort()).toEqual(Object.keys(zendeskReadingsSchema.shape).sort())
  })
})

function headerOfTable(first: string): string[] {
  return cellsOf(linesOfTable(first)[0] ?? '')
}

function rowsOfTable(first: string): string[][] {
  return linesOfTable(first).slice(2).map(cellsOf)
}

function linesOfTable(first: string): string[] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => cellsOf(line)[0] === first)
  const rest = lines.slice(from)
  return rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  )
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
