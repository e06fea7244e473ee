import type { ComparisonMethod, ComparisonState, EvidenceGrade, MetricKey } from '../../server/contract.ts'

/** What one cell of the demo account should say; of several things any one, where `because` tells why. */
export type ExpectedCell = {
  states: readonly ComparisonState[]
  methods: readonly (ComparisonMethod | null)[]
  grades: readonly (EvidenceGrade | null)[]
  /** The reason a cell without a verdict gives first. */
  reason?: string
  because?: string
}
export type ExpectedBrand = Readonly<Record<MetricKey, ExpectedCell>>

/**
 * Two of the checks of a staggered comparison are tests at 5 %: now and then one fails though nothing is wrong. Both look
 * at the weeks before the move, so that one odd stretch of them can fail both.
 */
const oneCheckInTwenty = 'checks that one comparison in twenty fails by chance cost a grade each'
const hardlyLarger = 'the true effect is hardly larger than the margin of 10 %: both are right'
const latestWeeks =
  'only the latest weeks have engagements: a year of history decides between the two methods'

const silent = (state: ComparisonState, reason: string): ExpectedCell => ({
  states: [state],
  methods: [null],
  grades: [null],
  reason,
})
const notComparable = (reason: string) => silent('not_comparable', reason)
const staggered = (state: ComparisonState, best: EvidenceGrade = 'A'): ExpectedCell => ({
  states: [state],
  methods: ['staggered'],
  // A figure that is capped loses nothing by one failed check.
  grades: best === 'A' ? ['A', 'B', 'C'] : best === 'B' ? ['B', 'C'] : [best],
  because: oneCheckInTwenty,
})
const windows: ExpectedCell = { states: ['no_clear_change'], methods: ['windows'], grades: ['D'] }
const either = (cell: ExpectedCell, because: string): ExpectedCell => ({
  ...cell,
  states: ['improved', 'no_clear_change'],
  because,
})

/** Metrics of one side only, and one that needs settings nobody entered. */
const neverCompared = {
  missed_rate: notComparable('one_side_only'),
  dropped_rate: notComparable('one_side_only'),
  reopen_rate: notComparable('one_side_only'),
  one_touch_rate: notComparable('one_side_only'),
  containment_rate: notComparable('one_side_only'),
  handoff_rate: notComparable('one_side_only'),
  automated_resolution_rate: notComparable('one_side_only'),
  bot_csat: notComparable('one_side_only'),
  cost_per_resolution: notComparable('costs_not_entered'),
} as const

/** A brand at which the move did nothing, compared with those that had not moved; engagements are kept for 90 days only. */
const nothing: ExpectedBrand = {
  ...neverCompared,
  first_reply: staggered('no_clear_change'),
  unserved_rate: staggered('no_clear_change'),
  recontact_rate: staggered('no_clear_change'),
  csat: staggered('no_clear_change', 'C'),
  demand: staggered('no_clear_change', 'B'),
  human_workload: staggered('no_clear_change', 'B'),
  first_reply_any: staggered('no_clear_change', 'C'),
  wait_to_agent: staggered('no_clear_change', 'C'),
  resolution_time: staggered('no_clear_change'),
  csat_response_rate: staggered('no_clear_change', 'C'),
  human_share: staggered('no_clear_change', 'C'),
  out_of_hours_share: staggered('no_clear_change', 'C'),
  // Nobody reads the messages of tickets that no bot can have answered.
  messages_per_conversation: notComparable('messages_unknown'),
  average_reply: windows,
  transfer_rate: windows,
  handle_time: windows,
  concurrency: windows,
  conversations_per_agent_hour: windows,
}

const interruptedOrWindows = (grade: EvidenceGrade): ExpectedCell => ({
  ...windows,
  methods: ['interrupted', 'windows'],
  grades: [grade, 'D'],
  because: latestWeeks,
})

/** With a bot tickets' messages are read; as soon as that holds for a whole window, the figure is compared. */
const messagesWithBot: ExpectedCell = {
  states: ['not_comparable', 'no_clear_change', 'higher'],
  methods: [null, 'windows'],
  grades: [null, 'D'],
  because: 'customers also write to the bot, and those messages count: at real accounts too',
}

const metrics = Object.keys(nothing).filter((key): key is MetricKey => key in nothing)
const everywhere = (cellOf: (metric: MetricKey) => ExpectedCell): ExpectedBrand => ({
  ...nothing,
  ...Object.fromEntries(metrics.map((metric) => [metric, cellOf(metric)])),
})
const notMoved = everywhere(() => notComparable('not_moved'))
const tooEarly = everywhere((metric) =>
  metric in neverCompared ? nothing[metric] : silent('not_enough_data', 'too_early'),
)

/**
 * Every cell of the demo account by story and metric, written down from the truth table and the method before the
 * engine computed any (but for `messagesWithBot`, which the week of Chuseok showed): at which brand what moved, the highest rung of the ladder that carries it, and what it bears.
 */
export const expectedCells: Readonly<Record<string, ExpectedBrand>> = {
  never_moved: notMoved,
  recent: tooEarly,
  faster: {
    ...nothing,
    first_reply: staggered('improved'),
    // Follow from it: no bot answers at this brand, and an agent who writes sooner has come sooner.
    first_reply_any: staggered('improved', 'C'),
    wait_to_agent: staggered('improved', 'C'),
    resolution_time: either(staggered('improved'), hardlyLarger),
    average_reply: either(windows, hardlyLarger),
  },
  worse: { ...nothing, csat: staggered('worse', 'C'), messages_per_conversation: messagesWithBot },
  unchanged: {
    ...nothing,
    csat: notComparable('different_csat_family'),
    average_reply: interruptedOrWindows('B'),
    transfer_rate: interruptedOrWindows('B'),
    handle_time: interruptedOrWindows('C'),
    concurrency: interruptedOrWindows('C'),
    conversations_per_agent_hour: interruptedOrWindows('C'),
  },
  season: { ...nothing, unserved_rate: notComparable('left_before_n') },
  // Crude figures moved with the questions; that is told from a change by looking within topics.
  mix: { ...nothing, messages_per_conversation: messagesWithBot },
}
