import { expect, it } from 'vitest'
import { dayNumberOf } from '../../server/periods/day.ts'
import { dayNumbersIn, startsOf, wholeNumbersIn, wordsIn } from '../../server/store/columns.ts'

it('days of a column are known by number, also where one follows itself', () => {
  const days = ['1999-12-31', '2024-02-29', '2024-02-29', '2024-03-01']
  expect([...dayNumbersIn(days.join(''))]).toEqual(days.map(dayNumberOf))
  expect(dayNumbersIn('')).toHaveLength(0)
})

it('numbers of a column are read with their sign', () => {
  expect([...wholeNumbersIn('0,12,-7,1234567890123', 4)]).toEqual([0, 12, -7, 1234567890123])
  expect(wholeNumbersIn('', 0)).toHaveLength(0)
})

it('words of a column are told apart where one begins like another', () => {
  const { words, wordOf } = wordsIn('chat\nchat_rating\nchat\nmessaging', 4)
  expect(words).toEqual(['chat', 'chat_rating', 'messaging'])
  expect([...wordOf]).toEqual([0, 1, 0, 2])
})

it('stretches begin where those before them end', () => {
  expect([...startsOf(Float64Array.of(16, 0, 8), 8)]).toEqual([0, 2, 2, 3])
})
