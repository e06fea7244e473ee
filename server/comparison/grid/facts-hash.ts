import type { Day } from '../../periods/day.ts'
import type { MetricFacts } from '../brand-facts.ts'
import type { DailyFacts } from '../daily-facts.ts'
import { identityOf } from '../day-table.ts'
import type { DayHashes } from './day-hashes.ts'
import { hashDays } from './day-hashes.ts'

/** Several metrics look at the same share. */
const known = new WeakMap<object, DayHashes>()

/** The same text only where a metric's cell is made of the same numbers on every day before this one. */
export function factsBefore({ main, satisfaction, shares, closeLag }: MetricFacts, day: Day): string {
  const families = satisfaction === null ? [] : Object.entries(satisfaction)
  return [
    ['main', hashesOf(main).before(day)],
    ...families.flatMap(([family, { answers, asked }]) => [
      [family, hashesOf(answers).before(day), hashesOf(asked).before(day)],
    ]),
    ...[...shares].map(([share, facts]) => [share, hashesOf(facts).before(day)]),
    ...(closeLag === null ? [] : [['closeLag', hashesOf(closeLag).before(day)]]),
  ].join(' ')
}

function hashesOf(facts: DailyFacts): DayHashes {
  const { source } = identityOf(facts)
  let hashes = known.get(source)
  if (!hashes) known.set(source, (hashes = hashFacts(facts)))
  return hashes
}

function hashFacts(facts: DailyFacts): DayHashes {
  if (facts.kind === 'duration')
    return hashDays(facts.seconds, (seconds, feed) => {
      feed.whole(seconds.length)
      for (let i = 0; i < seconds.length; i++) feed.number(seconds[i])
    })
  return hashDays(facts.sums, ({ n, numerator, denominator = n }, feed) => {
    feed.number(n)
    feed.number(numerator)
    feed.number(denominator)
  })
}
