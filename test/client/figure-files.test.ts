import { describe, expect, it } from 'vitest'
import { csvText } from '../../client/downloads/csv-file.ts'
import { dataTable, wordColumn } from '../../client/downloads/data-table.ts'
import { fileName } from '../../client/downloads/file-name.ts'
import { fileSheet } from '../../client/downloads/file-sheet.ts'
import { changeHeading, fileChange, fileValue, unitHeading } from '../../client/downloads/file-units.ts'
import { weekColumn } from '../../client/downloads/week-columns.ts'
import { textIn } from '../../client/locale.ts'

const korean = { text: textIn('ko'), language: 'ko' as const }
const english = { text: textIn('en'), language: 'en' as const }

type Row = { from: string; to: string; seconds: number | null; note: string | null }
const rows: Row[] = [
  { from: '2026-11-02', to: '2026-11-09', seconds: 90.5, note: '=1+1' },
  { from: '2026-11-09', to: '2026-11-16', seconds: null, note: null },
]
const tableOf = (view: typeof korean | typeof english) =>
  dataTable(
    [
      weekColumn<Row>(view, (row) => row),
      { file: [{ heading: unitHeading('값', 'duration', view.text), value: (row: Row) => row.seconds }] },
      wordColumn<Row>('비고', ({ note }) => note),
    ],
    rows,
  )

describe('a table as a file', () => {
  it('gives a week its first and its last day, and numbers as they are', () => {
    expect(tableOf(english)).toEqual({
      headings: ['First day', 'Last day', '값 (seconds)', '비고'],
      rows: [
        ['2026-11-02', '2026-11-08', 90.5, '=1+1'],
        ['2026-11-09', '2026-11-15', null, null],
      ],
    })
  })

  it('says first what it is, where that is defined, which days and as of when', () => {
    const head = {
      title: '하늘항공 · 주별 첫 응답 시간',
      definitions: ['https://cutover.example/glossary#first_reply'],
      window: { from: '2026-11-02', to: '2026-11-16' },
      asOf: '2026-11-16T00:35:00Z',
    }

    expect(csvText(fileSheet(head, tableOf(korean), korean.text))).toBe(
      '\ufeff하늘항공 · 주별 첫 응답 시간\r\n' +
        '측정 방법,https://cutover.example/glossary#first_reply\r\n' +
        '기간,2026-11-02,2026-11-15\r\n' +
        '기준 시각,2026-11-16T00:35:00Z\r\n' +
        '\r\n' +
        '시작일,종료일,값(초),비고\r\n' +
        "2026-11-02,2026-11-08,90.5,'=1+1\r\n" +
        '2026-11-09,2026-11-15,,\r\n',
    )
  })

  it('holds no formula in its title either', () => {
    const head = { title: '=cmd · CSAT', definitions: [], window: null, asOf: '2026-11-16T00:35:00Z' }

    expect(fileSheet(head, { headings: ['@a'], rows: [[-1]] }, english.text)).toEqual({
      above: 3,
      lines: [["'=cmd · CSAT"], ['As of', '2026-11-16T00:35:00Z'], [], ["'@a"], [-1]],
    })
  })
})

describe('units of a file', () => {
  it.each([
    [0.8812, 'rate', 88.12],
    [0.1 + 0.2, 'rate', 30],
    [129.4, 'duration', 129.4],
    [0, 'count', 0],
    [null, 'rate', null],
    [Number.NaN, 'load', null],
  ] as const)('%s of a %s is written as %s', (value, kind, written) => {
    expect(fileValue(value, kind)).toBe(written)
  })

  it('writes a ratio as per cent of change and points as they are', () => {
    expect(fileChange(0.6, 'ratio')).toBe(-40)
    expect(fileChange(-3.2, 'points')).toBe(-3.2)
    expect(fileChange(undefined, 'ratio')).toBeNull()
    expect(changeHeading('변화', 'ratio', korean.text)).toBe('변화(%)')
    expect(changeHeading('Change', 'points', english.text)).toBe('Change (percentage points)')
  })

  it('names the unit only where there is one', () => {
    expect(unitHeading('Value', 'rate', english.text)).toBe('Value (%)')
    expect(unitHeading('Value', 'count', english.text)).toBe('Value')
  })
})

it('a name says whose figure it is and of which day, in letters every system takes', () => {
  expect(fileName(['하늘 항공', '첫 응답 시간 – 추이', '2026-11-16'], 'csv')).toBe(
    '하늘-항공-첫-응답-시간-추이-2026-11-16.csv',
  )
  expect(fileName(['../a:b', '??', '2026-11-16'], 'png')).toBe('a-b-2026-11-16.png')
})
