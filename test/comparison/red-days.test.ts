import { describe, expect, it } from 'vitest'
import { compareBrands } from '../support/compare-brands.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../server/contract.ts'
import { compareCounts } from '../../server/metrics/reconciliation.ts'
import type { ReconciliationKind } from '../../server/metrics/reconciliation.ts'
import type { Day } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import type { Database } from '../../server/store/database.ts'
import { saveCheck } from '../../server/store/reconciliation.ts'
import { cellOf, nineWeeksBefore, now, syntheticAccount, writeConversation } from './synthetic-account.ts'

const movedOn = '2026-04-20'

describe('red days', () => {
  it('are left out of the figures and said', () => {
    const db = account()
    const before = cellOf(cells(db), 1, 'demand')
    halve(db, '2026-11-02')
    markRed(db, 'tickets', ['2026-11-02'])

    const cell = cellOf(cells(db), 1, 'demand')

    expect(cell.state).toBe(before.state)
    expect(cell.after?.value).toBeCloseTo(before.after?.value ?? 0, -1)
    expect(texts(cell)).toContain(
      '1 day on which Zendesk counts other numbers than are stored was left out; the data health page names it.',
    )
    expect(codes(cell)).not.toContain('days_left_out')
  })

  it('of live chats are left out before the move', () => {
    const db = account()
    writeConversation(db, { brandId: 1, day: '2026-04-03', source: 'chat', isBotInvolved: false })
    markRed(db, 'chats', ['2026-04-01'], 0)

    const cell = cellOf(cells(db), 1, 'demand')

    // A UTC day touches two days in Seoul.
    expect(texts(cell)).toContain(
      '2 days on which Zendesk counts other numbers than are stored were left out; the data health page names them.',
    )
  })

  it('of surveys concern satisfaction alone', () => {
    const db = account()
    markRed(db, 'surveys', daysFrom('2026-08-31', 70), 0)

    const verdicts = cells(db)

    expect(cellOf(verdicts, 1, 'csat').state).toBe('not_enough_data')
    expect(codes(cellOf(verdicts, 1, 'demand'))).not.toContain('reconciliation')
  })

  it('on more than a fifth of a window withhold the verdict, whatever other weeks hold', () => {
    const db = account()
    markRed(db, 'tickets', daysFrom('2026-10-19', 13))

    const cell = cellOf(cells(db), 1, 'demand')

    expect(cell).toMatchObject({ state: 'not_enough_data', effect: null, readyOn: null })
    expect(cell.reasons).toEqual([
      {
        code: 'reconciliation',
        en: 'On 13 of the 63 days after the move that would be compared, Zendesk counts other numbers than are stored; at most 20% may be left out. The next sync reads those days again; the data health page names them and tells why.',
        ko: '비교할 전환 후 63일 가운데 13일의 저장된 건수가 Zendesk의 집계와 다릅니다. 제외할 수 있는 한도는 20%입니다. 다음 동기화에서 해당 날짜를 다시 읽으며, 날짜와 원인은 데이터 상태 페이지에서 확인할 수 있습니다.',
      },
    ])
    expect(cell.sentence.en).toMatch(/^Not enough data for contact volume at One yet\. On 13 of the 63 days/)
  })

  it('on a fifth of it or fewer do not', () => {
    const db = account()
    markRed(db, 'tickets', daysFrom('2026-10-19', 12))

    expect(codes(cellOf(cells(db), 1, 'demand'))).not.toContain('reconciliation')
  })

  it('before the move withhold it too', () => {
    const db = account()
    markRed(db, 'tickets', daysFrom('2026-03-16', 20))

    expect(cellOf(cells(db), 1, 'human_workload').reasons[0].en).toMatch(
      /^On 20 of the 63 days before the move/,
    )
  })

  it('of another brand are none of this one’s', () => {
    const db = account()
    markRed(db, 'tickets', daysFrom('2026-10-19', 13), 2)

    expect(codes(cellOf(cells(db), 1, 'demand'))).not.toContain('reconciliation')
  })
})

function account(): Database {
  const db = syntheticAccount([{ id: 1, name: 'One', movedOn, firstDay: nineWeeksBefore }])
  updateCutovers(db)
  return db
}

function cells(db: Database): Comparison[] {
  return compareBrands(db, { brandIds: 'all', metrics: 'all', now })
}

function markRed(db: Database, kind: ReconciliationKind, days: readonly Day[], brandId = 1): void {
  for (const day of days) {
    const slice = { kind, brandId, channel: '', scope: '', day, days: 1 } as const
    saveCheck(db, slice, compareCounts(40, { present: 20, deleted: 0 }), now)
  }
}

function halve(db: Database, day: Day): void {
  db.prepare('update rollup_day set n = n / 2, numerator = numerator / 2 where day = ?').run(day)
}

function daysFrom(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(day, i))
}

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}

function texts({ reasons }: Comparison): string[] {
  return reasons.map(({ en }) => en)
}
