import { describe, expect, it } from 'vitest'
import { connectionSentence, isConnectionCode } from '../../server/text/connection.ts'
import { connectionEnglish } from '../../server/text/messages/connection-en.ts'

const codes = Object.keys(connectionEnglish)

describe('every code about the connection', () => {
  it.each(codes)('%s says the same in both languages', (code) => {
    const english = connectionSentence(code, 'en')
    const korean = connectionSentence(code, 'ko')

    expect(korean).toMatch(/[가-힣]/)
    expect(english).not.toMatch(/[가-힣{}]/)
    expect(korean).not.toMatch(/[{}]/)
    expect([...new Set(korean.match(/[A-Z]+(_[A-Z]+)+/g))].sort()).toEqual(
      [...new Set(english.match(/[A-Z]+(_[A-Z]+)+/g))].sort(),
    )
  })

  it('is told from one of another version, which gets a general sentence', () => {
    expect(isConnectionCode('chats_401')).toBe(true)
    expect(isConnectionCode('toString')).toBe(false)
    expect(connectionSentence('from_the_future', 'en')).toBe(connectionSentence('upstream', 'en'))
  })
})
