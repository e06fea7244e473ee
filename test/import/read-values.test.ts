import { describe, expect, it } from 'vitest'
import { createAccountNames } from '../../server/import/account-names.ts'
import { csvLine } from '../../server/text/csv-line.ts'
import { detectDelimiter } from '../../server/import/delimiter.ts'
import { uniqueHeaders } from '../../server/import/headers.ts'
import { guessMapping } from '../../server/import/import-mapping.ts'
import { readLanguage, readYesNo } from '../../server/import/read-choice.ts'
import { readSeconds, readWhole } from '../../server/import/read-number.ts'
import { encodingByStart, textReader } from '../../server/import/text-encoding.ts'

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['1,234', 1234],
    ['1.234.567', 1_234_567],
    ['12 345', 12_345],
    ['1,200건', 1200],
    ['7.0', 7],
    ['-1', null],
    ['1.5', null],
    ['many', null],
  ])('%s is the whole number %s', (text, expected) => {
    expect(readWhole(text)).toBe(expected)
  })

  it.each([
    ['90', 90],
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['1,234.5', 1234.5],
    ['00:01:30', 90],
    ['26:00:00', 93_600],
    ['1d 02:00:00', 93_600],
    ['1h 2m 3s', 3723],
    ['2분 3초', 123],
    ['5:30', null],
    ['', null],
  ])('%s is %s seconds', (text, expected) => {
    expect(readSeconds(text)).toBe(expected)
  })
})

describe('words', () => {
  it.each([
    ['Yes', 1],
    ['참', 1],
    ['아니요', 0],
    ['FALSE', 0],
    ['perhaps', null],
    ['sure', 1],
  ])('%s is %s', (text, expected) => {
    expect(readYesNo(text, { yes: ['sure'], no: [] })).toBe(expected)
  })

  it('of the mapping go before the usual ones', () => {
    expect(readYesNo('1', { yes: [], no: ['1'] })).toBe(0)
  })

  it.each([
    ['ko', 'ko'],
    ['en_US', 'en-US'],
    ['한국어', 'ko'],
    ['Korean (South Korea)', 'ko'],
    ['something else', null],
  ])('%s is the language %s', (text, expected) => {
    expect(readLanguage(text)).toBe(expected)
  })

  it('name a brand by number, name or subdomain, and none where two share a name', () => {
    const { brand } = createAccountNames(
      [
        { id: 1, name: 'Hanbit  Books', subdomain: 'hanbit' },
        { id: 2, name: 'Same', subdomain: null },
        { id: 3, name: 'Same', subdomain: null },
      ],
      [],
    )

    expect(
      ['1', 'hanbit books', 'HANBIT', 'https://hanbit.zendesk.com/', 'Same', 'other'].map(brand),
    ).toEqual([1, 1, 1, 1, null, null])
  })
})

describe('the text of a file', () => {
  it.each([
    ['a,b\n1,2\n3,4', ','],
    ['a;b\n"1,5";2\n"3,5";4', ';'],
    ['a\tb\n1, 2\t3', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['only one\n1', ','],
    ['name;"x,y,z,w";c\n1;2;3', ';'],
  ])('%j is parted by %j', (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected)
  })

  it('tells its encoding by its mark, or by where its zeros stand', () => {
    expect(encodingByStart(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('utf-8')
    expect(encodingByStart(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toBe('utf-16be')
    expect(encodingByStart(Buffer.from('a,b', 'utf16le'))).toBe('utf-16le')
    expect(encodingByStart(Buffer.from('a,b'))).toBeNull()
  })

  it('in CP949 is read whole, the syllables beyond EUC-KR and characters cut in two included', () => {
    const reader = textReader('cp949')
    const bytes = Buffer.from('8c6394eec164b0a181412c41c652', 'hex')

    const pieces = [...bytes].map((byte) => reader.read(Uint8Array.of(byte)))

    expect(pieces.join('') + reader.end()).toBe('똠뷁햏가갂,A힣')
  })

  it('in CP949 shows what it cannot read', () => {
    const reader = textReader('cp949')

    expect(reader.read(Uint8Array.of(0xc9, 0xa1, 0xa1, 0x2c, 0xff)) + reader.end()).toBe(
      '\ufffd\ufffd,\ufffd',
    )
  })

  it('has no header twice and none empty', () => {
    expect(uniqueHeaders([' a ', 'a', '', 'a'])).toEqual(['a', 'a (2)', '#3', 'a (3)'])
    expect(uniqueHeaders(['a (2)', 'a', 'a', 'a (2)'])).toEqual(['a (2)', 'a', 'a (3)', 'a (2) (2)'])
  })
})

describe('a mapping', () => {
  it('is guessed from headers in English', () => {
    const headers = ['Conversation ID', 'conversationStart', 'Brand name', 'Automated resolution', 'Other']

    expect(guessMapping('bot-resolutions', headers).columns).toEqual({
      started_at: 'conversationStart',
      external_id: 'Conversation ID',
      brand: 'Brand name',
      resolved: 'Automated resolution',
    })
  })

  it('is guessed from headers in Korean, each column once', () => {
    const headers = ['채팅 ID', '시작 시간', '종료 시간', '부서', '최초 응답 시간', '상담원', '방문자 이메일']

    expect(guessMapping('chats', headers).columns).toEqual({
      chat_id: '채팅 ID',
      started_at: '시작 시간',
      ended_at: '종료 시간',
      department: '부서',
      first_reply_seconds: '최초 응답 시간',
      agents: '상담원',
      visitor_email: '방문자 이메일',
    })
  })
})

it('a line of CSV holds no formula', () => {
  expect(csvLine(['＝1', '\n=1'])).toBe('\'＝1,"\'\n=1"\r\n')
  expect(csvLine([1, null, '=1+1', 'a "b"', '@x', 'plain'])).toBe('1,,\'=1+1,"a ""b""",\'@x,plain\r\n')
})
