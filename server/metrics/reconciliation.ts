export const reconciliationKinds = ['tickets', 'chats', 'ratings', 'surveys', 'engagements'] as const
export type ReconciliationKind = (typeof reconciliationKinds)[number]

/** Why what is stored may differ from what Zendesk counts. */
export type Cause =
  /** Stored and flagged: deleted, or marked as spam, which deletes too. */
  | 'deleted'
  /** Merged into another ticket. */
  | 'merged'
  /** Zendesk does not show it any more although nobody reported a deletion: suspended or removed for good. */
  | 'suspended'
  /** Stored without a brand, under a deleted one, or under another scope. */
  | 'no_brand'
  /** Stored under another brand although Zendesk did not change it since: a loss for the one, too much for the other. */
  | 'other_brand'
  /** Zendesk changed it after the last sync. */
  | 'not_yet_synced'
  /** In quarantine: named, but a loss all the same. */
  | 'put_aside'
export type Causes = Partial<Record<Cause, number>>

/** One slice compared. */
export type Tally = {
  theirs: number
  /** Rows flagged as deleted included. */
  ours: number
  /** Part of `ours − theirs` that is no loss. */
  explained: number
  /** What is left, never negative. */
  unexplained: number
  causes: Causes
}

/** What each kind checks: a figure leaves out the red days of the streams it is made of. */
export const streamsOfKind: Record<ReconciliationKind, readonly string[]> = {
  tickets: ['tickets-agent', 'tickets-ai-agent'],
  chats: ['chats'],
  ratings: ['satisfaction-ratings'],
  surveys: ['survey-responses'],
  engagements: ['engagements'],
}

/** Causes that are named and are a loss all the same. */
const losses: readonly Cause[] = ['put_aside', 'other_brand']
const MOST_ROWS_OFF = 2
const MOST_SHARE_OFF = 0.01

/**
 * Whether a slice is too far off to be believed: by more than two rows and more than 1 % of what Zendesk counts.
 * @example isRed({ theirs: 400, unexplained: 5 }) // true
 */
export function isRed({ theirs, unexplained }: Pick<Tally, 'theirs' | 'unexplained'>): boolean {
  return unexplained > Math.max(MOST_ROWS_OFF, MOST_SHARE_OFF * theirs)
}

/** Two totals side by side; Zendesk does not count what it deleted. */
export function compareCounts(theirs: number, stored: { present: number; deleted: number }): Tally {
  const ours = stored.present + stored.deleted
  return {
    theirs,
    ours,
    explained: stored.deleted,
    unexplained: Math.abs(ours - theirs - stored.deleted),
    causes: stored.deleted > 0 ? { deleted: stored.deleted } : {},
  }
}

/**
 * The same row by row: what is missing and what is too much do not cancel each other out.
 * @param causeOf why one row stands on one side only; null where nobody knows
 */
export function compareIds<Id>(
  theirs: ReadonlySet<Id>,
  ours: ReadonlySet<Id>,
  causeOf: (id: Id, side: 'missing' | 'extra') => Cause | null,
): Tally {
  const tally: Tally = { theirs: theirs.size, ours: ours.size, explained: 0, unexplained: 0, causes: {} }
  const note = (id: Id, side: 'missing' | 'extra') => {
    const cause = causeOf(id, side)
    if (cause !== null) tally.causes[cause] = (tally.causes[cause] ?? 0) + 1
    if (cause === null || losses.includes(cause)) tally.unexplained++
    else tally.explained += side === 'extra' ? 1 : -1
  }
  for (const id of theirs) if (!ours.has(id)) note(id, 'missing')
  for (const id of ours) if (!theirs.has(id)) note(id, 'extra')
  return tally
}
