import { describe, expect, it } from 'vitest'
import type { DetailSample } from '../../server/settings/detail-sample.ts'
import { recordApiBudgets } from '../../server/store/api-budgets.ts'
import { readDailySeconds } from '../support/daily-seconds.ts'
import { readDetailCoverage, readDetailProgress, readDetailWeeks } from '../../server/store/detail-plan.ts'
import { storeUnreadableDetails } from '../../server/store/unreadable-details.ts'
import { startedAt } from '../support/conversation-facts.ts'
import {
  brandWithBot,
  pending,
  pendingIds,
  read,
  refreshAll,
  storeTickets,
  writeSettings,
} from '../support/detail-tickets.ts'

const DAY_MS = 86_400_000
const everyBotWeek: Partial<DetailSample> = { mode: 'sample', botSearchPerBrandWeek: 0 }

describe('a brand of which a sample is read', () => {
  it('has at least two hundred tickets of each week in it, and the same ones in every run', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const first = pendingIds(db)
    const again = pendingIds(brandWithBot(1000, everyBotWeek))

    expect(first.length).toBeGreaterThanOrEqual(200)
    expect(first.length).toBeLessThan(400)
    expect(again).toEqual(first)
    expect(first.slice(0, 4)).toEqual([1200, 1196, 1187, 1183])
  })

  it('has a sample that prefers no kind of number', () => {
    const ids = pendingIds(brandWithBot(8000, everyBotWeek))

    for (const divisor of [2, 7, 10]) {
      for (let rest = 0; rest < divisor; rest++) {
        const share = ids.filter((id) => id % divisor === rest).length / ids.length
        expect(Math.abs(share - 1 / divisor)).toBeLessThan(0.08)
      }
    }
  })

  it('has a larger sample that holds the smaller one', () => {
    const small = pendingIds(brandWithBot(2000, everyBotWeek))
    const large = new Set(pendingIds(brandWithBot(2000, { ...everyBotWeek, perBrandWeek: 500 })))

    expect(large.size).toBeGreaterThanOrEqual(500)
    expect(small.every((id) => large.has(id))).toBe(true)
  })

  it('says how many of how many are known, without those outside the sample', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const ids = pendingIds(db)
    read(db, ids.slice(0, 150))
    storeUnreadableDetails(db, pending(db).slice(0, 1))
    refreshAll(db)

    const week = { tickets: 1000, sampled: ids.length, known: 150, unreadable: 1 }
    expect(readDetailCoverage(db)).toEqual([{ brandId: 1, ...week }])
    expect(readDetailWeeks(db, 1)).toEqual([{ week: '2026-03-09', ...week }])
    expect(readDetailProgress(db)).toEqual({ wanted: ids.length, waiting: ids.length - 151 })
  })

  it('is judged by its sample alone once that is read', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const ids = pendingIds(db)
    read(db, ids)
    // A ticket outside the sample that was read for another reason tells nothing about the others.
    const outside = Array.from({ length: 1000 }, (_, i) => 201 + i).filter((id) => !ids.includes(id))
    read(db, outside.slice(0, 50))
    refreshAll(db)

    expect(pendingIds(db)).toEqual([])
    const days = db.prepare(
      `select n, numerator from rollup_day where metric = 'first_reply.known' and brand_id = 1`,
    )
    expect(days.all()).toEqual([{ n: ids.length, numerator: ids.length }])
    expect(
      [...readDailySeconds(db, 1, 'first_reply').values()].flatMap((seconds) => [...seconds]),
    ).toHaveLength(ids.length)
    const unserved = db.prepare(`select n from rollup_day where metric = 'unserved_rate' and brand_id = 1`)
    expect(unserved.all()).toEqual([{ n: ids.length }])
    expect(db.prepare(`select sum(n) as n from rollup_hist where brand_id = 1`).all()).toEqual([
      { n: ids.length },
    ])
  })

  it('is summed anew when the sample is given up', () => {
    const db = brandWithBot(1000, everyBotWeek)
    read(db, pendingIds(db))
    refreshAll(db)
    const sampled = readDetailCoverage(db)[0].sampled

    writeSettings(db, { mode: 'all', botSearchPerBrandWeek: 0 })
    refreshAll(db)

    expect(readDetailCoverage(db)).toEqual([
      { brandId: 1, tickets: 1000, sampled: 1000, known: sampled, unreadable: 0 },
    ])
    const known = db.prepare(
      `select n, numerator from rollup_day where metric = 'first_reply.known' and brand_id = 1`,
    )
    expect(known.all()).toEqual([{ n: 1000, numerator: sampled }])
  })

  it('is one whose tickets are too many for the limit the account was seen to have', () => {
    const db = brandWithBot(1000, { botSearchPerBrandWeek: 0 })
    expect(pendingIds(db)).toHaveLength(1000)

    recordApiBudgets(
      db,
      [
        {
          bucket: 'account',
          per_minute: 1,
          remaining: 1,
          resets_at: 0,
          paused_until: null,
          requests: 1,
          refused: 0,
        },
      ],
      0,
    )

    expect(pendingIds(db).length).toBeLessThan(400)
  })

  it('has tickets outside the sample read last where nobody said whether a person replied', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const sample = new Set(pendingIds(db))
    const outside = Array.from({ length: 1000 }, (_, i) => 201 + i).filter((id) => !sample.has(id))
    storeTickets(db, [outside[0], outside[1]], {
      source_first_human_reply_at: null,
      source_reply_known: 0,
      updated_at: startedAt + DAY_MS,
    })

    expect(pendingIds(db).slice(-2)).toEqual([outside[1], outside[0]])
    expect(readDetailProgress(db)).toEqual({ wanted: sample.size + 2, waiting: sample.size + 2 })
  })
})
