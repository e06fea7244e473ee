import type { Database } from '../store/database.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import type { ComparisonsFound } from './answer-comparisons.ts'
import { answerComparisons } from './answer-comparisons.ts'
import type { CellFound, CellQuestion } from './answer-cell.ts'
import { answerCell } from './answer-cell.ts'
import type { BotFound, BotQuestion } from './bot/answer-bot.ts'
import { answerBot } from './bot/answer-bot.ts'
import type { CsatFound, CsatQuestion } from './csat/answer-csat.ts'
import { answerCsat } from './csat/answer-csat.ts'
import type { DistributionFound, DistributionQuestion } from './distribution/answer-distribution.ts'
import { answerDistribution } from './distribution/answer-distribution.ts'
import type { TeamFound, TeamQuestion } from './team/answer-team.ts'
import { answerTeam } from './team/answer-team.ts'
import type { FilterChoices } from '../store/conversation-list/filter-choices.ts'
import { readFilterChoices } from '../store/conversation-list/filter-choices.ts'
import type { ListQuestion, Sorting } from '../store/conversation-list/question.ts'
import type { SortedRows } from '../store/conversation-list/sorted-rows.ts'
import { sortRows } from '../store/conversation-list/sorted-rows.ts'
import type { ConversationsFound, ConversationsQuestion, RowsQuestion } from './rows/answer-conversations.ts'
import { answerConversations, resolveRows } from './rows/answer-conversations.ts'
import type { FigureRows } from './rows/figure-rows.ts'

/** What may be asked beside the report, and what the answer is made of: things that can be sent between threads. */
export type Questions = {
  comparisons: { question: ComparisonQuestion; answer: ComparisonsFound }
  /** Null for a brand that is not there any more. */
  cell: { question: CellQuestion; answer: CellFound | null }
  /** Of metrics that are durations; null for a brand that is not there any more. */
  distribution: { question: DistributionQuestion; answer: DistributionFound | null }
  bot: { question: BotQuestion; answer: BotFound }
  csat: { question: CsatQuestion; answer: CsatFound }
  team: { question: TeamQuestion; answer: TeamFound }
  conversations: { question: ConversationsQuestion; answer: ConversationsFound }
  /** What a list consists of, for whoever reads it row by row. */
  rows: { question: RowsQuestion; answer: { list: ListQuestion; figure: FigureRows | null } }
  /** The same rows in an order that is not that of time. */
  rowOrder: { question: { list: ListQuestion; sorting: Sorting }; answer: SortedRows }
  filterChoices: { question: { brandIds: readonly number[]; now: number }; answer: FilterChoices }
}
export type QuestionName = keyof Questions
export type AnyQuestion = {
  [Name in QuestionName]: { name: Name; question: Questions[Name]['question'] }
}[QuestionName]

const answers: {
  [Name in QuestionName]: (db: Database, question: Questions[Name]['question']) => Questions[Name]['answer']
} = {
  comparisons: answerComparisons,
  cell: answerCell,
  distribution: answerDistribution,
  bot: answerBot,
  csat: answerCsat,
  team: answerTeam,
  conversations: answerConversations,
  rows: resolveRows,
  rowOrder: (db, { list, sorting }) => sortRows(db, list, sorting),
  filterChoices: (db, { brandIds }) => readFilterChoices(db, brandIds),
}

/** Works a question out; takes as long as it takes. */
export function answerQuestion<Name extends QuestionName>(
  db: Database,
  name: Name,
  question: Questions[Name]['question'],
): Questions[Name]['answer'] {
  return answers[name](db, question)
}
