import type { SeedCell } from '../truth/judge-seed.ts'
import { judgeSeed } from '../truth/judge-seed.ts'
import { testNow } from '../support/test-context.ts'

/** A cell that says something else more often than this is not right. */
const LEAST_SHARE = 0.9

/** Of one cell over all seeds. */
type Tally = { state: number; whole: number; held: number; asked: number; others: Map<string, number> }

/**
 * Makes the demo account anew from `BENCH_SEEDS` seeds (20) at `BENCH_SCALE` (1) and prints for each cell how often it
 * said what the truth table and the method say beforehand. Cells that always did so are counted, not listed.
 */
export async function truth(): Promise<string[]> {
  const seeds = Number(process.env.BENCH_SEEDS ?? 20)
  const scale = Number(process.env.BENCH_SCALE ?? 1)
  const tallies = new Map<string, Tally>()
  for (let seed = 1; seed <= seeds; seed++) {
    for (const cell of await judgeSeed(seed, scale, testNow)) addTo(tallies, cell)
    console.log(`seed ${seed} of ${seeds}`)
  }
  return [`Demo account at scale ${scale}, ${seeds} seeds`, ...linesOf(tallies, seeds)]
}

function addTo(tallies: Map<string, Tally>, cell: SeedCell): void {
  const key = `${cell.story.padEnd(12)} ${cell.metric}`
  const tally = tallies.get(key) ?? {
    state: 0,
    whole: 0,
    held: 0,
    asked: 0,
    others: new Map<string, number>(),
  }
  tallies.set(key, tally)
  if (cell.hasExpectedState) tally.state += 1
  if (cell.isExpected) tally.whole += 1
  else tally.others.set(cell.says, (tally.others.get(cell.says) ?? 0) + 1)
  if (cell.holdsTruth !== null) tally.asked += 1
  if (cell.holdsTruth === true) tally.held += 1
}

function linesOf(tallies: ReadonlyMap<string, Tally>, seeds: number): string[] {
  const all = [...tallies]
  const always = all.filter(([, { whole }]) => whole === seeds)
  const sum = (part: 'held' | 'asked') => all.reduce((total, [, tally]) => total + tally[part], 0)
  return [
    `${always.length} of ${all.length} cells said what they should in every world`,
    `${sum('held')} of ${sum('asked')} intervals held the truth`,
    ...all
      .filter(([, { whole }]) => whole < seeds)
      .map(([key, { state, whole, held, asked, others }]) => {
        const said = [...others].map(([says, times]) => `${times} × ${says}`).join(', ')
        const mark = state < LEAST_SHARE * seeds ? '!' : ' '
        const truths = asked === 0 ? '' : `, truth held ${held}/${asked}`
        return `${mark} ${key.padEnd(42)} state ${state}/${seeds}, with method and grade ${whole}/${seeds}${truths}; else ${said}`
      }),
  ]
}
