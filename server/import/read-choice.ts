import { plainWord } from '../settings/zendesk-readings.ts'

const yes = new Set(['yes', 'y', 'true', 't', '1', 'o', '예', '네', '여', '참', '있음', '✓', '✔', '○', 'ㅇ'])
const no = new Set([
  'no',
  'n',
  'false',
  'f',
  '0',
  'x',
  '아니요',
  '아니오',
  '아니',
  '부',
  '거짓',
  '없음',
  '✗',
  '✘',
  '×',
])
const resolved = new Set([
  'resolved',
  'solved',
  '해결',
  '해결됨',
  '해결 완료',
  '자동 해결',
  '자동 해결됨',
  'automated resolution',
])
const unresolved = new Set([
  'unresolved',
  'not resolved',
  'unsolved',
  'none',
  'no resolution',
  '미해결',
  '해결 안 됨',
  '해결안됨',
  '해결되지 않음',
])
const missedWords = new Set(['missed', '부재', '부재중', '누락', '미응답'])
const servedWords = new Set(['answered', 'served', '응답', '응대'])

export type ChoiceWords = { yes: readonly string[]; no: readonly string[] }

/** 1 for yes, 0 for no, null for a word that is neither; the words of the mapping go before the usual ones. */
export function readYesNo(text: string, words: ChoiceWords): 0 | 1 | null {
  return choose(text, words, yes, no) ?? choose(text, words, missedWords, servedWords)
}

/** The same of a bot's verdict, where `verdicts` are the words the settings take for resolved. */
export function readResolved(text: string, words: ChoiceWords, verdicts: readonly string[]): 0 | 1 | null {
  return (
    choose(text, words, yes, no) ??
    choose(text, words, resolved, unresolved) ??
    (verdicts.some((verdict) => plainWord(verdict) === plainWord(text)) ? 1 : null)
  )
}

function choose(
  text: string,
  words: ChoiceWords,
  usualYes: ReadonlySet<string>,
  usualNo: ReadonlySet<string>,
): 0 | 1 | null {
  const plain = plainWord(text)
  if (words.yes.some((word) => plainWord(word) === plain)) return 1
  if (words.no.some((word) => plainWord(word) === plain)) return 0
  return usualYes.has(plain) ? 1 : usualNo.has(plain) ? 0 : null
}

const languages: Readonly<Record<string, string>> = {
  korean: 'ko',
  한국어: 'ko',
  english: 'en',
  영어: 'en',
  japanese: 'ja',
  일본어: 'ja',
  chinese: 'zh',
  중국어: 'zh',
  german: 'de',
  독일어: 'de',
  french: 'fr',
  프랑스어: 'fr',
  spanish: 'es',
  스페인어: 'es',
  vietnamese: 'vi',
  베트남어: 'vi',
  thai: 'th',
  태국어: 'th',
  indonesian: 'id',
  인도네시아어: 'id',
  russian: 'ru',
  러시아어: 'ru',
  portuguese: 'pt',
  포르투갈어: 'pt',
}

/** A language tag such as `ko` or `en-US`; null for what names no language. */
export function readLanguage(text: string): string | null {
  const plain = text.trim()
  if (/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(plain)) return plain.replaceAll('_', '-')
  const name = plain.toLowerCase().replace(/\s*\(.*\)$/, '')
  return Object.hasOwn(languages, name) ? languages[name] : null
}

const offlineWords = ['offline', 'offline msg', 'offline message', '오프라인', '오프라인 메시지']
const chatWords = ['chat', 'live chat', 'conversation', 'online', '채팅', '상담', '온라인']

/** Whether a row is a chat or a message left while nobody was there. */
export function readChatType(text: string): 'conversation' | 'offline_message' | null {
  const plain = plainWord(text)
  if (offlineWords.includes(plain)) return 'offline_message'
  return chatWords.includes(plain) ? 'conversation' : null
}
