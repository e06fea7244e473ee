import { describe, expect, it } from 'vitest'
import type { Panel } from '../../server/comparison/panel.ts'
import { panelOf, settledOf } from './ladder/brands-on-panel.ts'

describe('a brand without a move', () => {
  it('that still has live chat has not moved', () => {
    expect(settledOf(panelOf([{ id: 1 }]))).toMatchObject({
      state: 'not_comparable',
      reasons: [{ code: 'not_moved' }],
      now: { from: '2026-10-05', to: '2026-11-02' },
    })
  })

  it('that never had live chat has one side only, and is not told to move', () => {
    const cell = settledOf(onMessagingAlone(panelOf([{ id: 1 }])))

    expect(cell).toMatchObject({
      state: 'not_comparable',
      reasons: [{ code: 'one_side_only' }],
      before: null,
      after: null,
      now: { from: '2026-10-05', to: '2026-11-02' },
    })
    expect(`${cell.sentence.en} ${cell.sentence.ko}`).not.toMatch(/not moved|전환하지 않은/)
    expect(cell.sentence.en).toContain('messaging')
  })

  it('without any conversations has not moved', () => {
    const cell = settledOf(panelOf([{ id: 1, perDay: () => 0 }]))

    expect(cell).toMatchObject({ state: 'not_comparable', reasons: [{ code: 'not_moved' }] })
  })
})

function onMessagingAlone(panel: Panel): Panel {
  const brands = panel.brands.map((brand) => ({
    ...brand,
    channelDays: brand.channelDays.map(({ day, chat, messaging }) => ({
      day,
      chat: 0,
      messaging: chat + messaging,
    })),
  }))
  return { ...panel, brands }
}
