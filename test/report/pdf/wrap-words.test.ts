import { describe, expect, it } from 'vitest'
import { wrapWords } from '../../../server/report/pdf/wrap-words.ts'

const lettersOf = (words: string) => words.length

describe('lines of words', () => {
  it('break between words, in Korean too', () => {
    expect(wrapWords('첫 응답 시간이 개선되었습니다', 9, lettersOf)).toEqual([
      '첫 응답 시간이',
      '개선되었습니다',
    ])
  })

  it('tear only a word that is wider than a line', () => {
    expect(wrapWords('a Donaudampfschiff b', 6, lettersOf)).toEqual(['a', 'Donaud', 'ampfsc', 'hiff b'])
  })

  it('end where the words say so', () => {
    expect(wrapWords('one\ntwo three', 20, lettersOf)).toEqual(['one', 'two three'])
  })

  it('are one, empty, where there are no words', () => {
    expect(wrapWords('', 20, lettersOf)).toEqual([''])
  })
})
