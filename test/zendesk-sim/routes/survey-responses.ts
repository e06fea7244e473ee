import { Router } from 'express'
import { cursorSlice, numberFrom, queryOf } from '../pagination.ts'
import { sendGuideError, sendJson } from '../responses.ts'
import { once } from '../simulation.ts'
import type { Simulation } from '../simulation.ts'
import { oneIn, stableHex, stableUlid } from '../stable-number.ts'
import { lowerBound } from '../version-index.ts'
import { isoMilliseconds } from '../wire-time.ts'
import type { SurveyRating, WorldTicket } from '../world/types.ts'
import { satisfactionSurveyId } from './wire/account-facts.ts'
import { isPast } from './wire/ticket-state.ts'

type Surveyed = { ticket: WorldTicket; survey: SurveyRating }

const expiresAfterMilliseconds = 28 * 86_400_000
const csatQuestion = {
  id: stableUlid(1_719_900_000_000, 'csat'),
  type: 'rating_scale_numeric',
  sub_type: 'customer_satisfaction',
}
const otherQuestion = {
  id: stableUlid(1_719_900_000_000, 'other'),
  type: 'rating_scale_emoji',
  sub_type: 'other',
}
const openQuestion = { id: stableUlid(1_719_900_000_000, 'open'), type: 'open_ended' }

/** New CSAT: every survey offered, answered or not; there is no filter on when an answer changed. */
export function surveyResponseRoutes(simulation: Simulation): Router {
  const router = Router()
  const surveyed = once(() => surveyedTickets(simulation))
  const offeredTimes = once(() => surveyed().map(({ survey }) => survey.offeredAt))
  router.get('/guide/survey_responses', (request, response) => {
    if (!simulation.features.surveys) {
      sendGuideError(response, 403)
      return
    }
    const query = queryOf(request)
    const from = numberFrom(query, 'filter[created_at_start]', 0)
    const to = Math.min(numberFrom(query, 'filter[created_at_end]', Infinity), simulation.clock.now())
    const times = offeredTimes()
    let rows = surveyed().slice(lowerBound(times, from), lowerBound(times, to + 1))
    const subjects = query.get('filter[subject_zrns]')?.split(',')
    if (subjects !== undefined) rows = rows.filter((row) => subjects.includes(`zen:ticket:${row.ticket.id}`))
    if (query.get('sort') === '-id') rows.reverse()
    const { page, meta } = cursorSlice(query, rows)
    sendJson(response, {
      meta,
      survey_responses: page.map((row) => renderResponse(row, simulation.clock.now())),
    })
  })
  return router
}

function surveyedTickets(simulation: Simulation): Surveyed[] {
  const rows: Surveyed[] = []
  for (const ticket of simulation.world.tickets) {
    if (ticket.rating?.system === 'survey') rows.push({ ticket, survey: ticket.rating })
  }
  return rows.sort((a, b) => a.survey.offeredAt - b.survey.offeredAt || (a.survey.id < b.survey.id ? -1 : 1))
}

function renderResponse({ ticket, survey }: Surveyed, at: number) {
  const subjects = subjectsOf(ticket, survey)
  return {
    id: survey.id,
    responder_id: ticket.requesterId,
    expires_at: isoMilliseconds(survey.offeredAt + expiresAfterMilliseconds),
    subject_zrns: subjects.map((subject) => subject.zrn),
    subjects,
    survey: { id: satisfactionSurveyId, state: 'enabled', version: 3 },
    answers: isPast(survey.answeredAt, at) ? answersAt(survey, survey.answeredAt, at) : [],
  }
}

/** A few surveys name the conversation beside the ticket. */
function subjectsOf(ticket: WorldTicket, survey: SurveyRating) {
  const ticketSubject = { id: String(ticket.id), type: 'ticket', zrn: `zen:ticket:${ticket.id}` }
  if (!oneIn(50, survey.id)) return [ticketSubject]
  const conversationId = stableHex(24, ticket.id, 'conversation')
  const zrn = `zen:conversation:${conversationId}`
  return [{ id: conversationId, type: 'conversation', zrn }, ticketSubject]
}

function answersAt(survey: SurveyRating, answeredAt: number, at: number) {
  const changed = survey.changedTo !== null && survey.changedTo.at <= at ? survey.changedTo : null
  const created_at = isoMilliseconds(answeredAt)
  const unchanged = { created_at, updated_at: created_at }
  const second =
    survey.secondRating === null
      ? { type: 'skipped' }
      : {
          type: 'rating_scale',
          rating: survey.secondRating,
          rating_category: categoryOf(survey.secondRating),
        }
  return [
    { ...second, question: otherQuestion, ...unchanged },
    {
      type: 'rating_scale',
      rating: changed?.rating ?? survey.rating,
      rating_category: changed?.category ?? survey.category,
      question: csatQuestion,
      created_at,
      updated_at: isoMilliseconds(changed?.at ?? answeredAt),
    },
    { type: 'skipped', question: openQuestion, ...unchanged },
  ]
}

function categoryOf(rating: number): 'good' | 'bad' {
  return rating >= 4 ? 'good' : 'bad'
}
