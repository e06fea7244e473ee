import { describe, expect, it } from 'vitest'
import type { Check, CheckKey } from '../../../server/comparison/ladder/checks.ts'
import { checksOf } from '../../../server/comparison/ladder/checks.ts'
import { staggered } from '../../../server/comparison/ladder/staggered.ts'
import type { PanelOptions, PanelStory } from './brands-on-panel.ts'
import { draftOf, movedBrand, movedOn, panelOf, unsteady } from './brands-on-panel.ts'

const brand = (id: number, change: (week: number) => number = () => 1): PanelStory => {
  const level = unsteady(200, id)
  return { id, weeksBefore: 60, perDay: (week, day) => Math.round(level(week, day) * change(week)) }
}
const treated: PanelStory = { ...brand(1), movedOn }
const halved = (week: number) => (week >= 0 ? 0.5 : 1)

describe('the checks', () => {
  it('pass where brands keep in step', () => {
    const checks = checksIn([{ ...brand(1, halved), movedOn }, brand(2), brand(3)])

    expect(outcomes(checks)).toEqual({
      pre_trend: 'passed',
      placebo: 'passed',
      leave_one_out: 'passed',
      gap_trend: 'passed',
      shared_agents: 'not_testable',
      activation: 'not_testable',
      rank: 'not_testable',
    })
    expect(checks.flatMap(({ reason }) => reason ?? [])).toEqual([])
  })

  it('find a brand that was drifting away before it moved', () => {
    const drifting = { ...brand(1, (week) => 1.02 ** week), movedOn }

    expect(find(checksIn([drifting, brand(2), brand(3)]), 'pre_trend')).toMatchObject({
      outcome: 'failed',
      reason: { code: 'pre_trend' },
    })
  })

  it('say where the weeks before swing too much to tell', () => {
    const wild = { ...treated, perDay: unsteady(5000, 7, 0.9) }

    expect(find(checksIn([wild, brand(2)]), 'pre_trend')).toMatchObject({
      outcome: 'not_testable',
      reason: { code: 'pre_trend_not_testable' },
    })
  })

  it('find a change that was there before the move, and say how long before', () => {
    const earlier = { ...brand(1, (week) => (week >= -10 ? 0.5 : 1)), movedOn }

    const placebo = find(checksIn([earlier, brand(2), brand(3)]), 'placebo')

    expect(placebo).toMatchObject({ outcome: 'failed', reason: { code: 'placebo_failed' } })
    expect(placebo.reason?.en).toBe(
      'The same comparison also finds a change 10 weeks before the move, when nothing had happened yet.',
    )
  })

  it('say weeks, not values, where two weeks are taken together', () => {
    const few: PanelStory = { id: 1, movedOn, weeksBefore: 60, perDay: (week) => (week >= -10 ? 1 : 3) }
    const placebo = find(checksIn([few, brand(2), brand(3)]), 'placebo')

    expect(placebo.reason?.en).toContain('10 weeks before the move')
  })

  it('find a result that hangs on one control', () => {
    const checks = checksIn([treated, brand(2), brand(3, (week) => (week >= 0 ? 4 : 1))])

    expect(find(checks, 'leave_one_out')).toMatchObject({
      outcome: 'failed',
      reason: { code: 'one_control_decides' },
    })
  })

  it('name no brand: who reads it may not see that one', () => {
    const reasons = checksIn([treated, brand(2), brand(3, (week) => (week >= 0 ? 4 : 1))]).map(
      (check) => check.reason,
    )

    expect(JSON.stringify(reasons)).not.toContain('Brand 3')
  })

  it('find an effect that is only a drift carried on', () => {
    const drifting = (week: number) => 1.008 ** week * (week >= 0 ? 0.95 : 1)
    const regular: PanelStory = {
      ...treated,
      perDay: (week) => 200 * (week % 2 === 0 ? 1.06 : 0.94) * drifting(week),
    }

    expect(find(checksIn([regular, brand(2), brand(3)]), 'gap_trend')).toMatchObject({
      outcome: 'failed',
      reason: { code: 'gap_trend' },
    })
  })

  it.each([
    [0.2, 'passed', null],
    [0.21, 'failed', 'controls_share_agents'],
  ])('ask whether controls share more than a fifth of the agents’ hours: %s %s', (share, outcome, code) => {
    const check = find(
      checksIn([treated, brand(2), brand(3)], {
        sharedAgents: new Map([
          [2, 0.1],
          [3, share],
        ]),
      }),
      'shared_agents',
    )

    expect([check.outcome, check.reason?.code ?? null]).toEqual([outcome, code])
  })

  it('do not mind agents shared with a brand that is no control', () => {
    const stories = [treated, brand(2), { ...brand(3), movedOn: '2026-03-02' }]
    const shared = find(
      checksIn(stories, {
        sharedAgents: new Map([
          [2, 0],
          [3, 0.9],
        ]),
      }),
      'shared_agents',
    )

    expect(shared.outcome).toBe('passed')
  })

  it.each([
    ['2025-12-01', 'passed'],
    ['2025-12-02', 'failed'],
    ['2026-06-01', 'failed'],
    ['2026-08-09', 'failed'],
    ['2026-08-10', 'passed'],
  ])(
    'ask whether messaging was switched on for all inside the window: %s %s',
    (messagingActivatedOn, outcome) => {
      expect(find(checksIn([treated, brand(2)], { messagingActivatedOn }), 'activation').outcome).toBe(
        outcome,
      )
    },
  )

  it('tell the place of the change among five brands or more, without a grade for it', () => {
    const stories = [2, 3, 4, 5, 6].map((id) => brand(id))
    const rank = find(checksIn([{ ...brand(1, halved), movedOn }, ...stories]), 'rank')

    expect(rank).toMatchObject({ outcome: 'not_testable', reason: { code: 'control_rank' } })
    expect(rank.reason?.en).toMatch(/\b6\b/)
  })
})

describe('a failed check', () => {
  const moved = { ...brand(1, (week) => (week >= 0 ? 0.7 : 1)), movedOn }
  const stories = [
    { ...moved, share: (week: number) => (week >= 0 ? 0.1 : 0.2) + 0.004 * ((week * 7) % 5) },
    brand(2),
    brand(3),
  ]

  it('costs a grade, is said, and leaves the estimate as it is', () => {
    const clean = draftOf(panelOf(stories), 'unserved_rate').comparison
    const shared = draftOf(
      panelOf(stories, { sharedAgents: new Map([[2, 0.5]]) }),
      'unserved_rate',
    ).comparison
    const both = draftOf(
      panelOf(stories, { sharedAgents: new Map([[2, 0.5]]), messagingActivatedOn: '2026-06-01' }),
      'unserved_rate',
    ).comparison

    expect([clean.grade, shared.grade, both.grade]).toEqual(['A', 'B', 'C'])
    expect(shared.effect).toEqual(clean.effect)
    expect(both.reasons.map(({ code }) => code)).toEqual([
      'controls_share_agents',
      'messaging_activated_in_window',
    ])
  })

  it('costs volumes one from B down, since B is their best', () => {
    const grades = [{}, { sharedAgents: new Map([[2, 0.5]]) }].map(
      (options) => draftOf(panelOf(stories, options), 'demand').comparison.grade,
    )

    expect(grades).toEqual(['B', 'B'])
  })
})

function checksIn(stories: readonly PanelStory[], options: PanelOptions = {}): Check[] {
  const moved = movedBrand(panelOf(stories, options))
  const found = staggered(moved)
  if (found === null) throw new Error('checksIn: nothing can be compared')
  return checksOf(moved, found)
}

function find(checks: readonly Check[], key: CheckKey): Check {
  const found = checks.find((check) => check.key === key)
  if (!found) throw new Error(`find: there is no check ${key}`)
  return found
}

function outcomes(checks: readonly Check[]): Record<string, string> {
  return Object.fromEntries(checks.map(({ key, outcome }) => [key, outcome]))
}
