/** As many characters as a day has. */
const DAY_LENGTH = 10
const ZERO = 48
const MINUS = 45
const DAY_MS = 86_400_000

/**
 * Numbers (see `dayNumberOf`) of days that stand one after the other in a text, ascending: many are the same as the one
 * before.
 */
export function dayNumbersIn(days: string): Int32Array {
  const numbers = new Int32Array(days.length / DAY_LENGTH)
  for (let i = 0; i < numbers.length; i++) {
    const at = i * DAY_LENGTH
    numbers[i] =
      i > 0 && isSameDay(days, at - DAY_LENGTH, at)
        ? numbers[i - 1]
        : Date.UTC(digitsAt(days, at, 4), digitsAt(days, at + 5, 2) - 1, digitsAt(days, at + 8, 2)) / DAY_MS
  }
  return numbers
}

/** Whole numbers that stand in a text with commas between. */
export function wholeNumbersIn(text: string, count: number): Float64Array {
  const numbers = new Float64Array(count)
  let at = 0
  for (let i = 0; i < count; i++) {
    const isNegative = text.charCodeAt(at) === MINUS
    if (isNegative) at++
    let number = 0
    for (let digit = text.charCodeAt(at) - ZERO; digit >= 0; digit = text.charCodeAt(++at) - ZERO)
      number = number * 10 + digit
    numbers[i] = isNegative ? -number : number
    at++
  }
  return numbers
}

/** Where each of several stretches of bytes begins, and after the last where it ends, in elements of some bytes each. */
export function startsOf(bytes: Float64Array, bytesPerElement: number): Int32Array {
  const starts = new Int32Array(bytes.length + 1)
  for (let i = 0; i < bytes.length; i++) starts[i + 1] = starts[i] + bytes[i] / bytesPerElement
  return starts
}

/** Words that stand in a text, one a line: each different one once, and which of them stands on each line. */
export function wordsIn(text: string, count: number): { words: string[]; wordOf: Uint8Array } {
  const words: string[] = []
  const wordOf = new Uint8Array(count)
  let at = 0
  for (let i = 0; i < count; i++) {
    let word = words.findIndex((known) => isLineAt(text, at, known))
    if (word < 0) {
      const end = text.indexOf('\n', at)
      word = words.push(text.slice(at, end < 0 ? text.length : end)) - 1
    }
    wordOf[i] = word
    at += words[word].length + 1
  }
  return { words, wordOf }
}

function isLineAt(text: string, at: number, word: string): boolean {
  const end = at + word.length
  return text.startsWith(word, at) && (end === text.length || text[end] === '\n')
}

function isSameDay(days: string, one: number, other: number): boolean {
  // The day of the month changes soonest.
  for (let i = DAY_LENGTH - 1; i >= 0; i--)
    if (days.charCodeAt(one + i) !== days.charCodeAt(other + i)) return false
  return true
}

function digitsAt(text: string, at: number, count: number): number {
  let number = 0
  for (let i = at; i < at + count; i++) number = number * 10 + text.charCodeAt(i) - ZERO
  return number
}
