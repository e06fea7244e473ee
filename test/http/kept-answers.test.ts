import { expect, it } from 'vitest'
import { keepAnswers } from '../../server/http/kept-answers.ts'

const answer = (text: string, at = 0) => ({ at, text })

it('an answer is found by its question', () => {
  const kept = keepAnswers({ mostCharacters: 100, longestMs: 1000 })
  kept.keep('one', answer('1'))

  expect(kept.find('one', 0)).toEqual({ at: 0, text: '1' })
  expect(kept.find('other', 0)).toBeNull()
})

it('an answer that is too old is forgotten', () => {
  const kept = keepAnswers({ mostCharacters: 100, longestMs: 1000 })
  kept.keep('one', answer('1', 500))

  expect(kept.find('one', 1500)).not.toBeNull()
  expect(kept.find('one', 1501)).toBeNull()
  expect(kept.find('one', 500)).toBeNull()
})

it('the one that was not asked for the longest makes room', () => {
  const kept = keepAnswers({ mostCharacters: 6, longestMs: 1000 })
  kept.keep('one', answer('111'))
  kept.keep('two', answer('222'))
  kept.find('one', 0)
  kept.keep('three', answer('333'))

  expect(['one', 'two', 'three'].map((key) => kept.find(key, 0)?.text)).toEqual(['111', undefined, '333'])
})

it('a new answer to the same question takes the place of the old one', () => {
  const kept = keepAnswers({ mostCharacters: 6, longestMs: 1000 })
  kept.keep('one', answer('111'))
  kept.keep('one', answer('11111', 700))
  kept.keep('two', answer('2'))

  expect(kept.find('one', 700)).toEqual({ at: 700, text: '11111' })
  expect(kept.find('two', 0)).not.toBeNull()
})

it('an answer larger than all the room is not kept', () => {
  const kept = keepAnswers({ mostCharacters: 3, longestMs: 1000 })
  kept.keep('one', answer('111'))
  kept.keep('large', answer('4444'))

  expect(kept.find('large', 0)).toBeNull()
  expect(kept.find('one', 0)).not.toBeNull()
})
