import type { Day } from '../../periods/day.ts'
import { dayNumberOf } from '../../periods/day.ts'

/** Tells whether everything before a day is what it was another time. */
export type DayHashes = {
  /** The same text only for the same days with the same numbers. */
  before(day: Day): string
}
/** Takes in what a day holds. */
export type Feed = {
  number(value: number): void
  /** The same for whole numbers below 2 ** 32, in half the time. */
  whole(value: number): void
}

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)

/**
 * Takes in days and the numbers they hold, in any order of days; the order of a day's numbers counts. Two times 32 bits
 * of MurmurHash3, kept at the end of each day: one pass answers for every day there is.
 * @param tell hands over what one day holds
 */
export function hashDays<Held>(
  days: ReadonlyMap<Day, Held>,
  tell: (held: Held, feed: Feed) => void,
): DayHashes {
  const entries = ascending([...days].map(([day, held]) => ({ number: dayNumberOf(day), held })))
  const numbers = new Int32Array(entries.length)
  const lanes = new Int32Array(2 * entries.length + 2)
  let [one, other] = [1, 2]
  lanes.set([one, other])
  const feed: Feed = {
    number(value) {
      float[0] = value
      feed.whole(words[0])
      feed.whole(words[1])
    },
    whole(word) {
      one = mixed(one, word, 0xcc9e2d51, 0x1b873593)
      other = mixed(other, word, 0x85ebca6b, 0xc2b2ae35)
    },
  }
  entries.forEach(({ number, held }, place) => {
    numbers[place] = number
    feed.number(number)
    tell(held, feed)
    lanes[2 * place + 2] = one
    lanes[2 * place + 3] = other
  })
  return {
    before(day) {
      const place = 2 * countBelow(numbers, dayNumberOf(day))
      return `${place / 2}.${(lanes[place] >>> 0).toString(36)}.${(lanes[place + 1] >>> 0).toString(36)}`
    },
  }
}

/** The inner step of MurmurHash3: every bit of a word reaches every bit of the hash within a few words. */
function mixed(hash: number, word: number, first: number, second: number): number {
  const key = Math.imul(word, first)
  const turned = hash ^ Math.imul((key << 15) | (key >>> 17), second)
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0
}

/** Nearly always they are in order already. */
function ascending<Entry extends { number: number }>(entries: Entry[]): Entry[] {
  const isInOrder = entries.every(({ number }, i) => i === 0 || entries[i - 1].number < number)
  return isInOrder ? entries : entries.sort((one, other) => one.number - other.number)
}

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: Int32Array, limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle] < limit) low = middle + 1
    else high = middle
  }
  return low
}
