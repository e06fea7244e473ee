import { describe, expect, it } from 'vitest'
import type { Language } from '../../server/contract.ts'
import { buildReport } from '../../server/report/build-report.ts'
import { digestOf } from '../../server/report/digest.ts'
import type { ToldCell } from '../../server/store/report-occasions.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { dawonId, haneulId, miraeId, saebyeokId } from './sample-grid.ts'
import { everyBrand, sampleDatabase } from './whole-mail.ts'

describe('the digest of a mail', () => {
  it('says what got worse before what improved, then who is needed, the week and what waits', () => {
    expect(linesOf('en')).toEqual([
      'CSAT at 하늘 코스메틱 fell from 88.0% to 76.0% (−12.0 points, range −15.4 to −8.7).',
      'First reply time at Mirae Outdoor fell from 2 min 10 s to 1 min 20 s (−38%, range −44% to −31%).',
      '2 points need a person, the first by 8 December 2026; see below.',
      'In the week of 9–15 Nov there were 3,360 conversations (week before: 3,444).',
      '6 figures cannot be judged yet; the next verdicts are expected on 8 December 2026 (Dawon & Sons <Home>).',
      '8 of 18 figures of the brands that moved show no clear change.',
    ])
  })

  it('says the same in Korean', () => {
    expect(linesOf('ko')).toEqual([
      '하늘 코스메틱의 고객 만족도(CSAT)가 88.0%에서 76.0%로 낮아졌습니다(−12.0%p, 범위 −15.4~−8.7%p).',
      'Mirae Outdoor의 첫 응답 시간이 2분 10초에서 1분 20초로 짧아졌습니다(−38%, 범위 −44%~−31%).',
      '담당자의 확인이 필요한 사항이 2건 있습니다(가장 이른 기한 2026년 12월 8일). 아래를 보십시오.',
      '11월 9~15일 주간의 문의는 3,360건입니다(전주 3,444건).',
      '6개 지표는 아직 판정할 수 없습니다. 다음 판정 예정일은 2026년 12월 8일입니다(Dawon & Sons <Home>).',
      '전환한 브랜드의 18개 지표 가운데 8개는 뚜렷한 변화가 없습니다.',
    ])
  })

  it('says what is new since the mail before', () => {
    const before = [told(miraeId, 'first_reply', 'no_clear_change'), told(haneulId, 'csat', 'worse')]

    expect(linesOf('en', { toldBefore: before })).toContain(
      'New since the last mail: Mirae Outdoor, first reply time: no clear change → improved (−38%).',
    )
    expect(linesOf('ko', { toldBefore: before })).toContain(
      '지난 메일 이후 새 판정: Mirae Outdoor 첫 응답 시간: 뚜렷한 변화 없음 → 개선 (−38%).',
    )
  })

  it('says that nothing is new', () => {
    const before = [told(miraeId, 'first_reply', 'improved')]

    expect(linesOf('en', { toldBefore: before })).toContain('No verdict has changed since the last mail.')
  })

  it('counts the news beyond the three strongest', () => {
    const lines = linesOf('en', { brandIds: [miraeId, haneulId] }, (db) => setStates(db, 'worse'))

    expect(lines.slice(3, 4)).toEqual(['8 more figures got worse.'])
  })

  it('says of a week that is still running in that more may come', () => {
    const lines = linesOf('en', {}, (db) =>
      statement(
        db,
        `update comparison_cell set series = replace(series, '"complete":true', '"complete":false')`,
      ).run(),
    )

    expect(lines).toContain(
      'In the week of 9–15 Nov there were 3,360 conversations so far (week before: 3,444).',
    )
  })

  it('has something to say of brands that never moved', () => {
    expect(linesOf('en', { brandIds: [saebyeokId] })).toEqual([
      'In the week of 9–15 Nov there were 840 conversations (week before: 861).',
      'Not moved yet: 새벽서점.',
    ])
  })

  it('asks nobody to confirm the move of a brand twice', () => {
    const lines = linesOf('en', { brandIds: [dawonId] }, (db) =>
      statement(db, `update brand_cutover set went_live_source = 'confirmed'`).run(),
    )

    expect(lines.join()).not.toContain('need a person')
  })
})

function linesOf(
  language: Language,
  change: { brandIds?: number[]; toldBefore?: ToldCell[] } = {},
  seed: (db: Database) => unknown = () => undefined,
): string[] {
  const db = sampleDatabase()
  seed(db)
  const now = Date.parse('2026-11-16T09:00:00+09:00')
  const report = buildReport(db, { brandIds: everyBrand, language, zone: 'Asia/Seoul', now, ...change })
  if (report === null) throw new Error('the sample has a grid')
  return digestOf(report).map(({ text }) => text)
}

function told(brandId: number, metric: ToldCell['metric'], state: ToldCell['state']): ToldCell {
  return { brandId, metric, version: 1, state }
}

function setStates(db: Database, state: string): void {
  statement(
    db,
    `update comparison_cell set cell = json_set(cell, '$.state', :state)
     where json_extract(cell, '$.effect') is not null`,
  ).run({ state })
}
