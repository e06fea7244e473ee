import { describe, expect, it } from 'vitest'
import { finishAll } from '../../../server/comparison/compare-brands.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { draftOf, movedOn, panelOf, unsteady } from './brands-on-panel.ts'

const swinging = (id: number, swing = 0.06) => ({ id, perDay: unsteady(1000, id, swing) })

describe('waiting is promised to help', () => {
  it('while weeks after the move are still to come', () => {
    expect(sentenceOf([{ ...swinging(1), movedOn: '2026-10-05' }, swinging(2)])).toMatch(
      /About \d more weeks? should narrow this/,
    )
  })

  it('not where the brand it is compared with has moved meanwhile', () => {
    expect(
      sentenceOf([
        { ...swinging(1), movedOn },
        { ...swinging(2), movedOn: '2026-06-29' },
      ]),
    ).toMatch(/changes smaller than about \d+% cannot be told from noise/)
  })

  it('not where two windows cannot grow for want of history before the move', () => {
    expect(sentenceOf([{ ...swinging(1, 0.11), movedOn, weeksBefore: 6 }])).toMatch(
      /changes smaller than about \d+% cannot be told from noise/,
    )
  })
})

/** Of the first brand's contacts, of which nobody can tell yet whether they changed. */
function sentenceOf(stories: readonly PanelStory[]): string {
  const [{ sentence }] = finishAll([draftOf(panelOf(stories))])
  return sentence.en
}
