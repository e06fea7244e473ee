type Pair = '이/가' | '은/는' | '을/를' | '과/와' | '으로/로'

const HANGUL_START = 0xac00
const HANGUL_END = 0xd7a3
const RIEUL = 8
/** Digits as they are read aloud: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔 end in a consonant. */
const DIGIT_FINALS: Record<string, number> = {
  0: 21,
  1: RIEUL,
  2: 0,
  3: 16,
  4: 0,
  5: 0,
  6: 1,
  7: RIEUL,
  8: RIEUL,
  9: 0,
}

/** Written with both forms where the last sound is unknown. */
const BOTH_FORMS: Record<Pair, string> = {
  '이/가': '이(가)',
  '은/는': '은(는)',
  '을/를': '을(를)',
  '과/와': '과(와)',
  '으로/로': '(으)로',
}

/**
 * The word with the particle its last sound asks for; where the sound is unknown, both: "Acme이(가)".
 * @example withParticle('첫 응답 시간', '이/가') // '첫 응답 시간이'
 */
export function withParticle(word: string, pair: Pair): string {
  const [afterConsonant, afterVowel] = pair.split('/')
  const final = finalSound(word)
  if (final === null) return `${word}${BOTH_FORMS[pair]}`
  const takesFirst = final !== 0 && !(pair === '으로/로' && final === RIEUL)
  return `${word}${takesFirst ? afterConsonant : afterVowel}`
}

/** Index of the closing consonant among the 28 of Hangul, 0 = ends in a vowel; null where it cannot be known. */
function finalSound(word: string): number | null {
  const letters = word
    .replace(/[)\]"'”’\s]+$/, '')
    .replace(/\([^)]*$/, '')
    .trim()
  // Read aloud 퍼센트, 퍼센트포인트.
  if (/%p?$/.test(letters)) return 0
  const last = letters.at(-1)
  if (last === undefined) return null
  if (last in DIGIT_FINALS) return DIGIT_FINALS[last]
  const code = last.charCodeAt(0)
  return code >= HANGUL_START && code <= HANGUL_END ? (code - HANGUL_START) % 28 : null
}
