import type { EstimatedDraft } from '../../server/comparison/draft.ts'

/** An interval that takes every conversation for an independent observation: what a spreadsheet would say. */
export type NaiveInterval = { name: string; low: number; high: number }
type Sample = EstimatedDraft['rung']['sample']
type Weekly = Sample['before']

const Z = 1.959964

/** Over the same windows as the engine's, on the same scale. */
export function naiveIntervals({ moved, rung }: EstimatedDraft): NaiveInterval[] {
  const { before, after } = rung.sample
  switch (moved.metric.kind) {
    case 'duration':
      return [welchOfLogarithms(before, after), mannWhitney(before, after)]
    case 'rate':
      return [twoShares(before, after)]
    case 'count':
      return [poissonRatio(before, after)]
    default:
      return []
  }
}

/** Mean difference of the logarithms of all seconds. */
function welchOfLogarithms(before: Weekly, after: Weekly): NaiveInterval {
  const [first, second] = [before, after].map((weeks) => {
    const logs = secondsOf(weeks).map(Math.log)
    const mean = sum(logs) / logs.length
    return { mean, variance: sum(logs.map((log) => (log - mean) ** 2)) / (logs.length - 1) / logs.length }
  })
  return around(
    'Welch t of logarithms',
    second.mean - first.mean,
    Math.sqrt(first.variance + second.variance),
  )
}

/** Share of pairs in which the later conversation took longer, less a half: fit only to tell whether it holds 0. */
function mannWhitney(before: Weekly, after: Weekly): NaiveInterval {
  const [first, second] = [secondsOf(before), secondsOf(after)]
  const ranked = [
    ...first.map((value) => ({ value, isAfter: false })),
    ...second.map((value) => ({ value, isAfter: true })),
  ].sort((one, other) => one.value - other.value)
  let ranks = 0
  ranked.forEach(({ isAfter }, i) => (ranks += isAfter ? i + 1 : 0))
  const pairs = first.length * second.length
  const share = (ranks - (second.length * (second.length + 1)) / 2) / pairs - 0.5
  return around('Mann–Whitney', share, Math.sqrt((first.length + second.length + 1) / 12 / pairs))
}

function twoShares(before: Weekly, after: Weekly): NaiveInterval {
  const [first, second] = [before, after].map((weeks) => {
    const n = sum(weeks.map((week) => week.n))
    const share = sum(weeks.map((week) => week.numerator)) / n
    return { share, variance: (share * (1 - share)) / n }
  })
  return around('two shares', second.share - first.share, Math.sqrt(first.variance + second.variance))
}

function poissonRatio(before: Weekly, after: Weekly): NaiveInterval {
  const [first, second] = [before, after].map((weeks) => ({
    n: sum(weeks.map((week) => week.n)),
    days: sum(weeks.map(({ days }) => days.length)),
  }))
  const estimate = Math.log(second.n / second.days) - Math.log(first.n / first.days)
  return around('Poisson rate ratio', estimate, Math.sqrt(1 / first.n + 1 / second.n))
}

/** Whatever is still open is left out, as it is wherever only ended conversations are looked at. */
function secondsOf(weeks: Weekly): number[] {
  return weeks.flatMap(({ seconds }) => [...seconds()])
}

function around(name: string, estimate: number, error: number): NaiveInterval {
  return { name, low: estimate - Z * error, high: estimate + Z * error }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
