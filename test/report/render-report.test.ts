import { describe, expect, it } from 'vitest'
import type { Language } from '../../server/contract.ts'
import { buildReport } from '../../server/report/build-report.ts'
import type { RenderedReport } from '../../server/report/render-report.ts'
import { renderReport } from '../../server/report/render-report.ts'
import { openDatabase } from '../../server/store/database.ts'
import type { Database } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { statement } from '../../server/store/database.ts'
import { dawonId, haneulId, miraeId, saebyeokId, seedSampleGrid, swings } from './sample-grid.ts'
import { everyBrand, sampleDatabase, wholeMail } from './whole-mail.ts'

describe('renderReport', () => {
  it('says the whole mail in English', async () => {
    const mail = await wholeMail(sampleDatabase(), 'en')

    expect(mail.subject).toBe('Cutover: CSAT 12.0 points lower at 하늘 코스메틱; 1 more — week of 9 Nov')
    await expect(mail.text).toMatchFileSnapshot('expected/weekly-en.txt')
    await expect(mail.html).toMatchFileSnapshot('expected/weekly-en.html.golden')
  })

  it('says the whole mail in Korean', async () => {
    const mail = await wholeMail(sampleDatabase(), 'ko')

    expect(mail.subject).toBe(
      'Cutover: 하늘 코스메틱 고객 만족도(CSAT) 12.0%p 하락, Mirae Outdoor 첫 응답 시간 38% 단축',
    )
    await expect(mail.text).toMatchFileSnapshot('expected/weekly-ko.txt')
    await expect(mail.html).toMatchFileSnapshot('expected/weekly-ko.html.golden')
  })

  it('names no brand outside the choice', () => {
    const { subject, text, html } = render('en', [dawonId, saebyeokId])

    expect(subject + text + html).not.toMatch(/Mirae|하늘/)
    expect(text).toContain('새벽서점')
  })

  it('escapes what people typed', () => {
    const { html } = render('en')

    expect(html).toContain('Dawon &amp; Sons &lt;Home&gt;')
    expect(html).not.toContain('<Home>')
  })

  it('leaves no HTML in the text', () => {
    const { text } = render('en', [miraeId, haneulId, saebyeokId])

    expect(text).not.toMatch(/[<>]|&[a-z#0-9]+;/)
  })

  it('fetches and runs nothing', async () => {
    const { html } = await wholeMail(sampleDatabase(), 'ko')

    expect(html).not.toMatch(/<(script|link|iframe|form)\b/)
    expect([...html.matchAll(/<img\s+src="([^:]*):/g)].map(([, scheme]) => scheme)).toEqual([
      'cid',
      'cid',
      'cid',
    ])
  })

  it('stays far below the size at which mail programs cut', () => {
    expect(Buffer.byteLength(render('ko').html)).toBeLessThan(60_000)
  })

  it('shortens the last of many brands to a line each, before a mail program cuts them off', () => {
    const { html, text } = render('en', [...everyBrand, 201, 202, 203, 204, 205, 206], copyMirae)

    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
    expect(html).toContain('Other brands')
    expect(html).toContain('… 6 not enough data')
    expect(text).not.toContain('Other brands')
  })

  it('never says "because", a p-value or significance', () => {
    const { text } = render('en')

    expect(text).not.toMatch(/because|p-value|significan/i)
  })

  it('says that nothing became clearly better or worse', () => {
    const mail = render('en', [haneulId], (db) => setCells(db, { state: 'no_clear_change', direction: null }))

    expect(mail.subject).toBe('Cutover: no clear change — week of 9 Nov')
    expect(mail.text.replace(/\s+/g, ' ')).toContain(
      'No figure has clearly become better or worse since the move to messaging.',
    )
  })

  it('says that it is too early', () => {
    expect(render('en', [dawonId]).subject).toBe('Cutover: too early to tell — week of 9 Nov')
    expect(render('ko', [dawonId]).subject).toBe('Cutover: 전환 초기로 판정 보류 — 11월 9~15일 주간')
  })

  it('says that no brand has moved', () => {
    const { subject, text } = render('ko', [saebyeokId])

    expect(subject).toBe('Cutover: 전환한 브랜드 없음 — 11월 9~15일 주간')
    expect(text).toContain('아직 메시징으로 전환한 브랜드가 없습니다.')
  })

  it('says that the history is still arriving', () => {
    const { subject, text } = render('en', [miraeId], (db) =>
      setCells(db, {
        state: 'not_enough_data',
        effect: null,
        readyOn: null,
        reasons: [{ code: 'history_arriving', en: '62% of the history has arrived.', ko: '62%' }],
      }),
    )

    expect(subject).toBe('Cutover: history is still arriving — week of 9 Nov')
    expect(text).toContain('- 62% of the history has arrived.')
  })

  it('tells more news than fit by their number', () => {
    const { subject, text } = render('en', [miraeId, haneulId], (db) =>
      setCells(db, { state: 'worse', effect: { value: 3, low: 2, high: 4, unit: 'points' } }),
    )

    expect(subject).toBe('Cutover: unserved rate 3.0 points higher at Mirae Outdoor; 11 more')
    expect(text.replace(/\s+/g, ' ')).toContain('and 8 more figures improved or got worse.')
  })

  it('says in Korean too that the other news is good or bad', () => {
    const { text } = render('ko', [miraeId, haneulId], (db) =>
      setCells(db, { state: 'worse', effect: { value: 3, low: 2, high: 4, unit: 'points' } }),
    )

    expect(text.replace(/\s+/g, ' ')).toContain('이 밖에 8개 지표도 개선되거나 악화되었습니다.')
  })

  it('never says that the move changed something', () => {
    expect(render('en', [dawonId]).text).toContain('It is too early to say what has changed since the move.')
    expect(render('ko', [dawonId]).text).toContain('전환 후 무엇이 달라졌는지 판단하기에는 아직 이릅니다.')
  })

  it('gives counts their unit', () => {
    expect(render('en', [miraeId]).text).toContain('838 → 855 a week')
    expect(render('en', [miraeId]).text.replace(/\s+/g, ' ')).toContain(
      '840 conversations · week before: 861 conversations',
    )
    expect(render('ko', [miraeId]).text).toContain('주당 838 → 855건')
    expect(render('ko', [miraeId]).text).toContain('840건 · 전주 861건')
  })

  it('says why a range on one side of no change is not called', () => {
    const oneSided = { state: 'no_clear_change', direction: null, reasons: [swings] }
    const both = { value: 1.05, low: 0.9, high: 1.2, unit: 'ratio' }
    const above = { value: 1.22, low: 1.12, high: 1.33, unit: 'ratio' }
    const textWith = (effect: object) =>
      render('en', [miraeId], (db) => setCells(db, { ...oneSided, effect })).text

    expect(textWith(above)).toContain('The figure swings too much to be called changed.')
    expect(textWith(both)).not.toContain('The figure swings too much to be called changed.')
  })

  it('does not say that there is no verdict while only some figures wait for history', () => {
    const mail = render('en', [haneulId], (db) => {
      setCells(db, { state: 'no_clear_change', direction: null })
      statement(
        db,
        `update comparison_cell set cell = json_set(cell, '$.state', 'not_enough_data', '$.reasons',
           json('[{"code":"history_arriving","en":"62% is here.","ko":"62%"}]')) where metric = 'first_reply'`,
      ).run()
    })

    expect(mail.subject).toBe('Cutover: no clear change — week of 9 Nov')
    expect(mail.text).toContain('- 62% is here.')
  })

  it('shows the evidence at every row where it differs', () => {
    const { text } = render('en', [miraeId], (db) =>
      statement(
        db,
        `update comparison_cell set cell = json_set(cell, '$.grade', 'B') where metric = 'first_reply'`,
      ).run(),
    )

    expect(text).toContain('First reply time: −38% · −44% to −31% · evidence B')
    expect(text).toContain('Evidence D: simply before against after.')
  })

  it('keeps a subject in one line', () => {
    const { subject } = render('en', [miraeId], (db) =>
      statement(
        db,
        `update comparison_cell set cell = json_set(cell, '$.brand.name', 'Mirae' || char(13, 10) || 'Bcc: x')`,
      ).run(),
    )

    expect(subject).not.toMatch(/[\r\n]/)
  })
})

function render(
  language: Language,
  brandIds = everyBrand,
  change: (db: Database) => unknown = () => undefined,
): RenderedReport {
  const db = openDatabase(':memory:')
  migrate(db)
  seedSampleGrid(db)
  change(db)
  const now = Date.parse('2026-11-16T09:00:00+09:00')
  const report = buildReport(db, { brandIds, language, zone: 'Asia/Seoul', now })
  if (report === null) throw new Error('the sample has a grid')
  return renderReport(report, {
    publicUrl: 'https://cutover.example',
    readerName: '김 & Kim',
    unsubscribe: 'https://cutover.example/unsubscribe/token',
  })
}

/** Six more brands that changed as Mirae did. */
function copyMirae(db: Database): void {
  for (let id = 201; id <= 206; id++) {
    statement(
      db,
      'insert into brand select :id, name, null, 0, 1, 0, 0, null from brand where id = :miraeId',
    ).run({ id, miraeId })
    statement(
      db,
      `insert into brand_cutover
       select :id, went_live_on, went_live_source, ramp_end, ramp_source, detected_on, confirmed_by, note
       from brand_cutover where brand_id = :miraeId`,
    ).run({ id, miraeId })
    statement(
      db,
      `insert into comparison_cell (brand_id, metric, cell, series)
       select :id, metric, json_set(cell, '$.brand.id', :id), series from comparison_cell where brand_id = :miraeId`,
    ).run({ id, miraeId })
  }
}

/** Gives every stored cell the same change; null stays null. */
function setCells(db: Database, change: object): void {
  const rows = statement<{ brand_id: number; metric: string; cell: string }>(
    db,
    'select brand_id, metric, cell from comparison_cell',
  ).all()
  for (const row of rows) {
    statement(
      db,
      'update comparison_cell set cell = :cell where brand_id = :brand_id and metric = :metric',
    ).run({ ...row, cell: JSON.stringify({ ...JSON.parse(row.cell), ...change }) })
  }
}
