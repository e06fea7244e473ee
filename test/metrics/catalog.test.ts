import { describe, expect, it } from 'vitest'
import { catalog, catalogVersion, metricOf, primaryMetrics } from '../../server/metrics/catalog.ts'
import { secondaryMetrics } from '../../server/metrics/secondary.ts'

describe('the catalogue', () => {
  it('holds the six metrics whose verdicts form the family', () => {
    expect(catalog.filter(({ primary }) => primary).map(({ key }) => key)).toEqual([
      'first_reply',
      'unserved_rate',
      'recontact_rate',
      'csat',
      'demand',
      'human_workload',
    ])
  })

  it('names each metric once', () => {
    expect(new Set(catalog.map(({ key }) => key)).size).toBe(catalog.length)
  })

  it('says beside them what else conversations and answers tell', () => {
    expect(secondaryMetrics.map(({ key }) => key)).toEqual([
      'first_reply_any',
      'wait_to_agent',
      'missed_rate',
      'dropped_rate',
      'resolution_time',
      'reopen_rate',
      'one_touch_rate',
      'csat_response_rate',
      'human_share',
      'out_of_hours_share',
      'messages_per_conversation',
      'containment_rate',
      'handoff_rate',
      'automated_resolution_rate',
      'bot_csat',
    ])
    expect(secondaryMetrics.every(({ primary }) => !primary)).toBe(true)
  })

  it('has a version that changes with any definition', () => {
    expect(catalogVersion.split('.')).toHaveLength(catalog.length)
  })

  it('compares rates in points, all else as ratios', () => {
    for (const { key, kind, scale } of catalog) {
      expect(scale, key).toBe(kind === 'rate' ? 'identity' : 'log')
    }
  })

  it('calls changes of ten per cent, and of one to three points', () => {
    const points = catalog.filter(({ kind }) => kind === 'rate').map(({ key, margin }) => [key, margin])
    expect(Object.fromEntries(points)).toMatchObject({
      unserved_rate: 0.02,
      recontact_rate: 0.02,
      csat: 0.02,
      missed_rate: 0.02,
      dropped_rate: 0.02,
      reopen_rate: 0.01,
      one_touch_rate: 0.03,
      csat_response_rate: 0.02,
      human_share: 0.03,
      out_of_hours_share: 0.03,
      containment_rate: 0.03,
      handoff_rate: 0.03,
      automated_resolution_rate: 0.03,
      bot_csat: 0.02,
    })
    for (const { key, kind, margin } of catalog) if (kind !== 'rate') expect(margin, key).toBe(0.1)
  })

  it('waits until late changes are in', () => {
    const days = Object.fromEntries(catalog.map(({ key, maturityDays }) => [key, maturityDays]))
    expect(days).toMatchObject({
      first_reply: 1,
      unserved_rate: 1,
      recontact_rate: 14,
      csat: 7,
      demand: 1,
      human_workload: 1,
      first_reply_any: 1,
      wait_to_agent: 1,
      missed_rate: 1,
      dropped_rate: 1,
      resolution_time: 7,
      reopen_rate: 7,
      one_touch_rate: 7,
      csat_response_rate: 7,
      human_share: 5,
      out_of_hours_share: 1,
      messages_per_conversation: 7,
      containment_rate: 5,
      handoff_rate: 5,
      automated_resolution_rate: 7,
      bot_csat: 7,
    })
  })

  it('asks for twenty a week, ten where it only counts', () => {
    for (const { key, kind, minimumWeekly } of [...primaryMetrics, ...secondaryMetrics]) {
      expect(minimumWeekly, key).toBe(kind === 'count' ? 10 : 20)
    }
  })

  it('gives no verdict on what exists on one side only', () => {
    for (const { key, fairness, onlySide } of catalog) {
      expect(onlySide !== null, key).toBe(fairness === 'none')
    }
  })

  it('states a condition wherever a comparison has one', () => {
    for (const { key, fairness, condition } of catalog) {
      expect(condition !== null, key).toBe(fairness === 'conditional' || fairness === 'caution')
    }
  })

  it('finds a metric by its key', () => {
    expect(metricOf('csat').name.ko).toBe('고객 만족도(CSAT)')
  })
})
