import { catalog } from '../../metrics/catalog.ts'

/** Satisfaction and who answered rest on the same answers. */
const measureOfMetric: Readonly<Record<string, string>> = { csat_response_rate: 'csat.response' }

/** The measure that a metric is made of. */
export function measureKeyOf(metric: string): string {
  return measureOfMetric[metric] ?? metric
}

const stratified = new Set(
  catalog.filter(({ kind }) => kind === 'rate' || kind === 'duration').map(({ key }) => measureKeyOf(key)),
)

/** Whether a measure is summed by kind of conversation too: those a figure rests on that is a property of single ones. */
export function isStratified(measure: string): boolean {
  return stratified.has(measure)
}
