import type { MetricKey } from '../../contract.ts'
import type { CsatFamily, MetricDefinition } from '../../metrics/definition.ts'
import type { Period } from '../../periods/day.ts'

/** Something a cell asked for while it was made. */
export type Read =
  /** What is known of a brand before any metric is looked at, and its longer lists apart. */
  | { of: 'brand' | 'channel_days' | 'details' | 'masked_of_brand' | 'red_of_brand'; brandId: number }
  | {
      of: 'facts' | 'history' | 'usable' | 'red' | 'not_held' | 'masked'
      brandId: number
      metric: MetricDefinition
    }
  | { of: 'kinds'; brandId: number; metric: MetricKey; family: CsatFamily | null }
  | { of: 'shared_agents'; brandId: number; others: readonly number[]; period: Period }
  /** Of the whole account. */
  | { of: 'brands' | 'activated_on' | 'stream_history' }
  /** The present day itself, and with it what lies ahead. */
  | { of: 'now' }

/** One object for each thing that can be asked for: thousands of cells name the same ones. */
export class ReadBook {
  readonly #known = new Map<string, Read>()

  /** The one that stands for all reads of this kind. */
  same(read: Read): Read {
    const key = keyOf(read)
    // Its days move on from week to week: kept for ever, they would only grow.
    if (key === null) return read
    const known = this.#known.get(key)
    if (known) return known
    this.#known.set(key, read)
    return read
  }
}

/** Null of what only a few cells can ask for. */
function keyOf(read: Read): string | null {
  switch (read.of) {
    case 'kinds':
      return `kinds ${read.brandId} ${read.metric} ${read.family}`
    case 'shared_agents':
      return null
    default:
      return `${read.of} ${'brandId' in read ? read.brandId : ''} ${'metric' in read ? read.metric.key : ''}`
  }
}
