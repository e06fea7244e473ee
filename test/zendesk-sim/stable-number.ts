/** A number in 0 … 2³²−1 that is always the same for the same words: quirks hang on it instead of on chance. */
export function stableNumber(...words: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const word of words) {
    for (const character of `${word}|`) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
    }
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0
}

/** True for about one in `times` of all words. */
export function oneIn(times: number, ...words: (string | number)[]): boolean {
  return stableNumber(...words) % times === 0
}

/** `length` lower-case hexadecimal digits, always the same for the same words. */
export function stableHex(length: number, ...words: (string | number)[]): string {
  let digits = ''
  for (let round = 0; digits.length < length; round++) {
    digits += stableNumber(round, ...words)
      .toString(16)
      .padStart(8, '0')
  }
  return digits.slice(0, length)
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: its first ten characters are the moment (epoch ms), the rest is stable for the same words. */
export function stableUlid(instant: number, ...words: (string | number)[]): string {
  let time = ''
  let rest = instant
  for (let digit = 0; digit < 10; digit++) {
    time = `${crockford[rest % 32]}${time}`
    rest = Math.floor(rest / 32)
  }
  const tail = Array.from({ length: 16 }, (_, digit) => crockford[stableNumber(digit, ...words) % 32])
  return time + tail.join('')
}
