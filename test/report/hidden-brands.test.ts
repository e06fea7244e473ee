import { Workbook } from 'exceljs'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Comparison } from '../../server/contract.ts'
import type { RenderedReport } from '../../server/report/render-report.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { haneulId, miraeId } from './sample-grid.ts'
import { everyBrand, sampleDatabase, wholeMail } from './whole-mail.ts'

/** A number that stands in every figure of one brand and of no other. */
const numberOf = (brandId: number) => 70_000 + brandId
const names = new Map<number, string>()
let db: Database

beforeAll(() => {
  db = sampleDatabase()
  const rows = statement<{ brand_id: number; metric: string; cell: string }>(
    db,
    'select brand_id, metric, cell from comparison_cell',
  ).all()
  for (const row of rows) {
    const cell = JSON.parse(row.cell) as Comparison
    const n = numberOf(row.brand_id)
    const window = { value: n, n, from: '2026-01-26', to: '2026-04-20' }
    names.set(row.brand_id, cell.brand.name)
    const change = { ...cell, before: window, after: window, sentence: { en: `${n} en`, ko: `${n} ko` } }
    statement(
      db,
      'update comparison_cell set cell = :cell where brand_id = :brand_id and metric = :metric',
    ).run({ ...row, cell: JSON.stringify(change) })
  }
})

it('no part of a mail names a brand outside the reader’s scope, or holds a number of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(everyBrand, { minLength: 1 }),
      fc.constantFrom('en' as const, 'ko' as const),
      async (brandIds, language) => {
        const told = await everythingIn(await wholeMail(db, language, { brandIds, visible: brandIds }))
        for (const id of everyBrand) {
          const [name, number] = [names.get(id) ?? '', String(numberOf(id))]
          // Numbers stand with and without a mark between their thousands.
          const plain = told.replaceAll(',', '')
          expect([told.includes(name), plain.includes(number)]).toEqual(
            brandIds.includes(id) ? [true, true] : [false, false],
          )
        }
      },
    ),
    { numRuns: 12 },
  )
})

it('a reader of some brands sees no expectation made from brands that are hidden from them', async () => {
  const course = [
    { from: '2026-04-20', to: '2026-04-27', part: 'after', value: 77, expected: 91_919, low: 1, high: 2 },
  ]
  statement(
    db,
    `update comparison_cell set detail = :detail where brand_id = :miraeId and metric = 'first_reply'`,
  ).run({ miraeId, detail: JSON.stringify({ controls: [{ id: haneulId, name: 'x' }], course }) })
  const altOf = async (visible: 'all' | number[]) =>
    (await wholeMail(db, 'en', { brandIds: [miraeId], visible })).html

  expect(await altOf('all')).toContain('A dashed line shows what was to be expected')
  expect(await altOf([miraeId])).not.toContain('A dashed line shows what was to be expected')
  expect(await altOf([miraeId])).toContain('rests on brands you have no access to')
})

/** Every word of a mail and of its files. */
async function everythingIn({ subject, html, text, attachments }: RenderedReport): Promise<string> {
  const files: string[] = []
  for (const { filename, content } of attachments) {
    files.push(filename)
    if (filename.endsWith('.csv')) files.push(content.toString('utf8'))
    if (filename.endsWith('.pdf')) files.push((await readPdf(content)).text)
    if (filename.endsWith('.xlsx')) {
      const book = new Workbook()
      await book.xlsx.load(content as unknown as ArrayBuffer)
      book.worksheets[0].eachRow((row) => files.push(JSON.stringify(row.values)))
    }
  }
  const plainHtml = html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return [subject, plainHtml, text, ...files].join('\n')
}
