import type { Database } from '../store/database.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import type { ComparisonsFound } from './answer-comparisons.ts'
import { answerComparisons } from './answer-comparisons.ts'

/** What may be asked beside the report, and what the answer is made of: things that can be sent between threads. */
export type Questions = {
  comparisons: { question: ComparisonQuestion; answer: ComparisonsFound }
}
export type QuestionName = keyof Questions
export type AnyQuestion = {
  [Name in QuestionName]: { name: Name; question: Questions[Name]['question'] }
}[QuestionName]

const answers: {
  [Name in QuestionName]: (db: Database, question: Questions[Name]['question']) => Questions[Name]['answer']
} = {
  comparisons: answerComparisons,
}

/** Works a question out; takes as long as it takes. */
export function answerQuestion<Name extends QuestionName>(
  db: Database,
  name: Name,
  question: Questions[Name]['question'],
): Questions[Name]['answer'] {
  return answers[name](db, question)
}
