import type { AttentionItem, Report, ReportChange } from './report.ts'

/** Longer lists are read by nobody, and would have a mail program cut the mail off. */
const MOST_ATTENTION = 8
const MOST_CHANGES = 10
/** So many new verdicts are named in the digest; a list of its own is only for more. */
export const mostChangesInDigest = 2

/** What of the points that need somebody is told, and how many more there are. */
export function shownAttention({ attention }: Pick<Report, 'attention'>): {
  items: AttentionItem[]
  more: number
} {
  const items = attention.slice(0, MOST_ATTENTION)
  return { items, more: attention.length - items.length }
}

export function shownChanges({ changes }: Pick<Report, 'changes'>): { items: ReportChange[]; more: number } {
  const items = changes?.slice(0, MOST_CHANGES) ?? []
  return { items, more: (changes?.length ?? 0) - items.length }
}
