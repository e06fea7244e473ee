/**
 * The seven brands of the demo account and what truly happened to them: the world is made from this table, and the
 * tests hold the product's findings against it. Offsets are weeks before the anchor, on the Tuesday of that week.
 */
export type BrandTruth = {
  key: string
  /** Part of every id of the brand: never reuse, never reorder. */
  number: number
  name: string
  subdomain: string
  isDefault: boolean
  /** Conversations a day at scale 1, averaged over the week. */
  perDay: number
  medianReplySeconds: number
  movedWeeksAgo: number | null
  /** From when a bot answers first; always after the verdict windows of the move. */
  botWeeksAgo: number | null
  csatAfter: 'legacy_rating' | 'survey'
  /** Share of unserved live chats whose visitor left before the 60 opening minutes were over. */
  leftEarlyShare: number
  /** Share of the easy topic; null = the brand does not tell topics apart. */
  easyShare: { before: number; after: number } | null
  effects: Effects
  story: string
}

/** What the move itself did. Ratios: 1 = nothing; points: 0 = nothing. Within a topic where the brand has topics. */
export type Effects = {
  firstReplyRatio: number
  csatGood: { before: number; after: number }
  unservedPoints: 0
  recontactPoints: 0
  demandRatio: 1
  humanWorkloadRatio: 1
}

const nothing: Effects = {
  firstReplyRatio: 1,
  csatGood: { before: 0.88, after: 0.88 },
  unservedPoints: 0,
  recontactPoints: 0,
  demandRatio: 1,
  humanWorkloadRatio: 1,
}

const plain = {
  isDefault: false,
  botWeeksAgo: null,
  csatAfter: 'legacy_rating',
  leftEarlyShare: 0.06,
  easyShare: null,
  effects: nothing,
} as const

export const truth: readonly BrandTruth[] = [
  {
    ...plain,
    key: 'never_moved',
    number: 1,
    name: 'Hanbit Books',
    subdomain: 'hanbit-books',
    isDefault: true,
    perDay: 90,
    medianReplySeconds: 95,
    movedWeeksAgo: null,
    story: 'Has not moved: live chat to this day. The default brand, to which tickets of old chats fell.',
  },
  {
    ...plain,
    key: 'recent',
    number: 2,
    name: 'Mirae Outdoor',
    subdomain: 'mirae-outdoor',
    perDay: 90,
    medianReplySeconds: 80,
    movedWeeksAgo: 3,
    csatAfter: 'survey',
    story: 'Moved too recently to say anything.',
  },
  {
    ...plain,
    key: 'faster',
    number: 3,
    name: 'Dasom Beauty',
    subdomain: 'dasom-beauty',
    perDay: 120,
    medianReplySeconds: 110,
    movedWeeksAgo: 30,
    effects: { ...nothing, firstReplyRatio: 0.6 },
    story: 'People answer in 60 % of the time since the move.',
  },
  {
    ...plain,
    key: 'worse',
    number: 4,
    name: 'Bada Market',
    subdomain: 'bada-market',
    perDay: 200,
    medianReplySeconds: 90,
    movedWeeksAgo: 40,
    botWeeksAgo: 20,
    effects: { ...nothing, csatGood: { before: 0.88, after: 0.76 } },
    story:
      'Good ratings fell from 88 to 76 %. Since 20 weeks ago a bot answers first: it contains 35 % of what it ' +
      'starts, all of it additional contacts, so the conversations of people are what they would have been.',
  },
  {
    ...plain,
    key: 'unchanged',
    number: 5,
    name: 'Onnuri Living',
    subdomain: 'onnuri-living',
    perDay: 120,
    medianReplySeconds: 100,
    movedWeeksAgo: 24,
    csatAfter: 'survey',
    story: 'Nothing changed; ratings turned from thumbs to 1–5 surveys, which cannot be compared.',
  },
  {
    ...plain,
    key: 'season',
    number: 6,
    name: 'Sol Garden',
    subdomain: 'sol-garden',
    perDay: 100,
    medianReplySeconds: 85,
    movedWeeksAgo: 26,
    leftEarlyShare: 0.7,
    story:
      'Nothing changed, but the season all brands share falls from its peak to its trough across the move. ' +
      'Most unserved chat visitors left early, so the unserved rate is not a fair comparison.',
  },
  {
    ...plain,
    key: 'mix',
    number: 7,
    name: 'Narae Electronics',
    subdomain: 'narae-electronics',
    perDay: 120,
    medianReplySeconds: 100,
    movedWeeksAgo: 34,
    botWeeksAgo: 12,
    easyShare: { before: 0.3, after: 0.6 },
    story:
      'Nothing changed within a topic, but easy questions doubled from 30 to 60 %: crude replies look faster and ' +
      'ratings better. Since 12 weeks ago a bot answers first, as at Bada Market.',
  },
]

/** A season all brands share: demand × (1 + amplitude · cos), fixed to the anchor. */
export const season = { amplitude: 0.2, peakWeeksAgo: 38, periodWeeks: 52.18 } as const

/** What an easy question is like beside a hard one: they average to the brand's own level at 30 % easy. */
export const topicTruth = {
  easy: { replyRatio: 0.62, csatGood: 0.95 },
  hard: { replyRatio: 1.22, csatGood: 0.85 },
} as const

/** Holds on both sides of every move. */
export const constants = {
  unservedShare: 0.04,
  recontactShare: 0.12,
  knownRequesterShare: 0.8,
  ratedShare: 0.14,
  transferredShare: 0.08,
  outOfHoursShare: 0.02,
  /** Of what a bot starts, this share ends with it. */
  containedShare: 0.35,
  aiAgentTicketsWeeksAgo: 28,
} as const
