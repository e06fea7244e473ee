import type { Response } from 'express'
import type { QuestionName, Questions } from '../comparison/questions.ts'
import { answerQuestion } from '../comparison/questions.ts'
import type { Context } from '../context.ts'
import { UnansweredError } from '../platform/thread.ts'
import { readAnswerVersion } from '../store/answer-version.ts'
import type { Database } from '../store/database.ts'
import type { Person } from '../store/people.ts'
import { visibleBrandIds } from '../store/people.ts'
import { HttpProblem } from './http-problem.ts'
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts'
import { keepAnswers } from './kept-answers.ts'

const MOST_CHARACTERS = 16_000_000
const LONGEST_KEPT_MS = 10 * 60_000
const RETRY_AFTER_SECONDS = 10

/** A question that is being worked out, for everybody who asked it meanwhile. */
type Pending = { answer: Promise<KeptAnswer>; askers: number; left: AbortController }
type Desk = { kept: KeptAnswers; pending: Map<string, Pending> }

/** Those of a moment: asked again at another they may have another answer. */
type KeptName = Exclude<QuestionName, 'rowOrder'>

const desks = new WeakMap<Database, Desk>()

/**
 * Works out a question beside the report, away from the event loop where the context has a thread for it. The same
 * question of people with the same scope is worked out once as long as the data stay the same.
 * @returns the answer and the moment (epoch ms) it was worked out
 * @throws HttpProblem 503 when too many questions wait or this one takes too long
 */
export async function ask<Name extends KeptName>(
  ctx: Context,
  { person, response }: { person: Person; response: Response },
  name: Name,
  question: Questions[Name]['question'],
): Promise<{ at: number; answer: Questions[Name]['answer'] }> {
  const desk = deskOf(ctx.db)
  const { now, ...lasting } = question
  const scope = visibleBrandIds(ctx.db, person)
  const key = JSON.stringify([name, lasting, scope, readAnswerVersion(ctx.db)])
  const { at, text } =
    desk.kept.find(key, now) ?? (await answerFor(ctx, desk, { key, name, question, response }))
  // Made from the answer itself a moment ago.
  return { at, answer: JSON.parse(text) as Questions[Name]['answer'] }
}

/**
 * As `ask`, for one person alone: nothing is kept, so that the answer may be large and need not be JSON.
 * @throws HttpProblem 503 when too many questions wait or this one takes too long
 */
export async function askAlone<Name extends QuestionName>(
  ctx: Context,
  response: Response,
  name: Name,
  question: Questions[Name]['question'],
): Promise<Questions[Name]['answer']> {
  return whileWaited(response, (left) => workOut(ctx, name, question, left))
}

async function workOut<Name extends QuestionName>(
  { db, questions }: Context,
  name: Name,
  question: Questions[Name]['question'],
  left: AbortSignal,
): Promise<Questions[Name]['answer']> {
  if (questions === null) return answerQuestion(db, name, question)
  // Answered by the same function, in a thread.
  return (await questions.ask({ name, question }, left)) as Questions[Name]['answer']
}

async function answerFor<Name extends KeptName>(
  ctx: Context,
  desk: Desk,
  asked: { key: string; name: Name; question: Questions[Name]['question']; response: Response },
): Promise<KeptAnswer> {
  const begun = desk.pending.get(asked.key)
  // What everybody left may be dropped at any moment.
  const pending = begun && !begun.left.signal.aborted ? begun : begin(ctx, desk, asked)
  pending.askers += 1
  asked.response.once('close', () => {
    pending.askers -= 1
    if (pending.askers === 0) pending.left.abort()
  })
  try {
    return await pending.answer
  } catch (error) {
    throw error instanceof UnansweredError ? problemOfUnanswered(error) : error
  }
}

function begin<Name extends KeptName>(
  ctx: Context,
  { kept, pending }: Desk,
  { key, name, question }: { key: string; name: Name; question: Questions[Name]['question'] },
): Pending {
  const left = new AbortController()
  const answer = Promise.resolve()
    .then(() => workOut(ctx, name, question, left.signal))
    .then((found) => {
      const made = { at: question.now, text: JSON.stringify(found) }
      kept.keep(key, made)
      return made
    })
    .finally(() => {
      if (pending.get(key) === begun) pending.delete(key)
    })
  const begun = { answer, askers: 0, left }
  pending.set(key, begun)
  return begun
}

/**
 * Lets somebody wait for work that a thread does; it is dropped when they leave.
 * @throws HttpProblem 503 when too many questions wait or this one takes too long
 */
export async function whileWaited<Answer>(
  response: Response,
  work: (left: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  try {
    return await work(left.signal)
  } catch (error) {
    throw error instanceof UnansweredError ? problemOfUnanswered(error) : error
  }
}

/** What to tell whoever asked. */
export function problemOfUnanswered({ why }: UnansweredError): HttpProblem {
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) }
  switch (why) {
    case 'too_long':
      return new HttpProblem(
        503,
        'question_too_large',
        'This question took too long; ask for fewer brands or metrics, or for fewer days.',
        { headers },
      )
    case 'closing':
      return new HttpProblem(503, 'closing', 'The server is being restarted; ask again in a moment.', {
        headers,
      })
    default:
      return new HttpProblem(503, 'busy', 'Many questions are being worked out; ask again in a moment.', {
        headers,
      })
  }
}

function deskOf(db: Database): Desk {
  let desk = desks.get(db)
  if (!desk) {
    const kept = keepAnswers({ mostCharacters: MOST_CHARACTERS, longestMs: LONGEST_KEPT_MS })
    desks.set(db, (desk = { kept, pending: new Map() }))
  }
  return desk
}
