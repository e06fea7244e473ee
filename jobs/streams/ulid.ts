const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26
const TIME_LENGTH = 10

/**
 * The moment (epoch ms) a ULID was made, which its first ten characters tell; null for an id of another kind.
 * @example ulidTime('01J1WB51MG6HXTYWE6Q0C93RNW') // 1719978166928
 */
export function ulidTime(id: string): number | null {
  if (id.length !== LENGTH) return null
  let time = 0
  for (const character of id.slice(0, TIME_LENGTH).toUpperCase()) {
    const digit = ALPHABET.indexOf(character)
    if (digit === -1) return null
    time = time * 32 + digit
  }
  return time
}
