import { loadImage } from '@napi-rs/canvas'
import { Workbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../server/contract.ts'
import { buildReport } from '../../server/report/build-report.ts'
import { makeParts } from '../../server/report/make-parts.ts'
import { renderReport } from '../../server/report/render-report.ts'
import type { RenderedReport } from '../../server/report/render-report.ts'
import { statement } from '../../server/store/database.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { miraeId } from './sample-grid.ts'
import { everyBrand, parsed, publicUrl, sampleDatabase, wholeMail } from './whole-mail.ts'

const now = Date.parse('2026-11-16T09:00:00+09:00')

describe('the files of a mail', () => {
  it('arrive under names in the reader’s language', async () => {
    expect(await fileNames('en')).toEqual([
      'Cutover-report-2026-11-09.csv',
      'Cutover-report-2026-11-09.xlsx',
      'Cutover-report-2026-11-09.pdf',
    ])
    expect(await fileNames('ko')).toEqual([
      'Cutover-보고서-2026-11-09.csv',
      'Cutover-보고서-2026-11-09.xlsx',
      'Cutover-보고서-2026-11-09.pdf',
    ])
  })

  it('hold the cells of the mail as numbers', async () => {
    const mail = await wholeMail(sampleDatabase(), 'en')
    const lines = fileOf(mail, 'csv').toString('utf8').split('\r\n')
    const row = lines.find((line) => line.startsWith('Mirae Outdoor,First reply time,'))

    expect(lines[0]).toBe('\ufeffCutover · Weekly report · 9–15 Nov 2026')
    expect(row?.split(',').slice(2, 8)).toEqual(['seconds', 'Improved', 'D', '-38.3', '-44', '-31'])
    expect(row?.split(',').slice(9, 13)).toEqual(['130', '9812', '2026-01-26', '2026-04-19'])
  })

  it('are a workbook another program reads, with the same lines as the CSV file', async () => {
    const mail = await wholeMail(sampleDatabase(), 'ko')
    const book = new Workbook()
    await book.xlsx.load(fileOf(mail, 'xlsx') as unknown as ArrayBuffer)
    const [sheet] = book.worksheets

    expect(sheet.name).toBe('보고서')
    expect(sheet.getCell('A1').value).toBe('Cutover · 주간 보고서 · 2026년 11월 9~15일')
    expect(sheet.rowCount).toBe(fileOf(mail, 'csv').toString('utf8').trimEnd().split('\r\n').length)
  })

  it('hold nothing that a spreadsheet takes for a formula', async () => {
    const db = sampleDatabase()
    statement(
      db,
      `update comparison_cell set cell = json_set(cell, '$.brand.name', '=1+1') where brand_id = :miraeId`,
    ).run({ miraeId })
    const mail = await wholeMail(db, 'en', { brandIds: [miraeId] })
    const book = new Workbook()
    await book.xlsx.load(fileOf(mail, 'xlsx') as unknown as ArrayBuffer)
    const names = book.worksheets[0].getColumn(1).values

    expect(fileOf(mail, 'csv').toString('utf8')).toContain("\r\n'=1+1,First reply time")
    expect(names).toContain("'=1+1")
  })

  it('are a PDF with every brand, figure and verdict, for no reader by name', async () => {
    const { text } = await readPdf(fileOf(await wholeMail(sampleDatabase(), 'ko'), 'pdf'))

    expect(text).toContain('주간 보고서, 2026년 11월 9~15일')
    expect(text).toContain('하늘 코스메틱')
    expect(text).toContain('첫 응답 시간')
    expect(text).not.toContain('Kim')
  })

  it('are left out where the mail would be too large, and the mail says so', async () => {
    const report = buildReport(sampleDatabase(), {
      brandIds: everyBrand,
      language: 'en',
      zone: 'Asia/Seoul',
      now,
    })
    if (report === null) throw new Error('the sample has a grid')
    const parts = await makeParts(report, { attachments: ['csv', 'pdf'], publicUrl, now, mostBytes: 120_000 })
    const mail = renderReport(report, { publicUrl, readerName: 'Kim', unsubscribe: publicUrl }, parts)

    expect(parts.leftOut).toEqual(['pdf'])
    expect(mail.html).toContain('too large for many mail servers: the PDF.')
    expect(mail.text.replace(/\s+/g, ' ')).toContain('too large for many mail servers: the PDF.')
  })
})

describe('the pictures of a mail', () => {
  it('belong to the HTML, and are no files to whoever reads it', async () => {
    const mail = await parsed(await wholeMail(sampleDatabase(), 'ko'))
    const pictures = mail.attachments.filter(({ contentType }) => contentType === 'image/png')

    expect(pictures.map(({ related }) => related)).toEqual([true, true, true])
    expect(pictures.map(({ contentDisposition }) => contentDisposition)).toEqual([
      'inline',
      'inline',
      'inline',
    ])
    // Whoever parses it puts them in, so none is missing.
    expect(String(mail.html)).not.toContain('cid:')
  })

  it('are small, and sharp on dense screens', async () => {
    const { attachments } = await wholeMail(sampleDatabase(), 'ko')
    const pictures = attachments.filter(({ cid }) => cid !== undefined)

    expect(pictures).toHaveLength(3)
    for (const { content } of pictures) {
      const image = await loadImage(content)
      expect([image.width, image.height]).toEqual([1175, 575])
      expect(content.length).toBeLessThan(60_000)
    }
  })

  it('say in words what they show', async () => {
    const { html } = await wholeMail(sampleDatabase(), 'en', { brandIds: [miraeId] })

    expect(html).toContain(
      'alt="First reply time at Mirae Outdoor per week from 3 November 2025 to 22 November 2026. First reply time at Mirae Outdoor fell from',
    )
  })
})

async function fileNames(language: Language): Promise<(string | undefined)[]> {
  const { attachments } = await parsed(await wholeMail(sampleDatabase(), language))
  return attachments.filter(({ related }) => !related).map(({ filename }) => filename)
}

function fileOf({ attachments }: RenderedReport, kind: string): Buffer {
  const file = attachments.find(({ filename }) => filename.endsWith(`.${kind}`))
  if (!file) throw new Error(`the mail has no ${kind}`)
  return file.content
}
