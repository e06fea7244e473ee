import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { EventSummary } from '../../contract-event.ts'
import { ForbiddenError } from '../../platform/problem.ts'
import { readBrands } from '../../store/brands.ts'
import type { StoredEvent } from '../../store/events.ts'
import { addEvent, changeEvent, readEvent, readEvents, removeEvent } from '../../store/events.ts'
import type { Person } from '../../store/people.ts'
import { seesAllBrands } from '../../store/people.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import {
  eventChangeSchema,
  eventDraftSchema,
  eventParamsSchema,
  eventSchema,
  eventsAnswerSchema,
} from '../event-schemas.ts'
import { notFound } from '../http-problem.ts'
import { allOrListOf, brandId } from '../question-schemas.ts'

const writers = ['administrator', 'manager'] as const

export const listEvents = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/events',
  summary: 'Notes on days of the brands you may see, latest day first; they change no figure',
  query: z.strictObject({ brand: allOrListOf(brandId) }),
  answer: eventsAnswerSchema,
  handle(ctx, { person, query }) {
    const canAdd = mayWrite(person)
    return {
      events: toSummaries(ctx, person, readEvents(ctx.db, brandsInScope(ctx, person, query.brand))),
      canAdd,
      canAddForAll: canAdd && seesAllBrands(person),
    }
  },
})

export const createEvent = endpointFor(writers, {
  method: 'post',
  path: '/api/v1/events',
  summary: 'Note something on a day of a brand, or of every brand',
  body: eventDraftSchema,
  answer: eventSchema,
  status: 201,
  handle(ctx, { person, body, response }) {
    refuseOutsideScope(ctx, person, body.brand)
    const { brand: brandId, day, kind, text: words } = body
    const id = addEvent(ctx.db, { brandId, day, kind, words }, authorOf(ctx, person))
    response.location(`/api/v1/events/${id}`)
    return summaryOf(ctx, person, id)
  },
})

export const updateEvent = endpointFor(writers, {
  method: 'patch',
  path: '/api/v1/events/:id',
  summary: 'Change an event; fields that are left out stay as they are',
  params: eventParamsSchema,
  body: eventChangeSchema,
  answer: eventSchema,
  problems: [404],
  handle(ctx, { person, params, body }) {
    const event = findToChange(ctx, person, params.id)
    const brandId = body.brand === undefined ? event.brandId : body.brand
    refuseOutsideScope(ctx, person, brandId)
    const { day = event.day, kind = event.kind, text: words = event.words } = body
    changeEvent(ctx.db, event.id, { brandId, day, kind, words }, authorOf(ctx, person))
    return summaryOf(ctx, person, event.id)
  },
})

export const deleteEvent = endpointFor(writers, {
  method: 'delete',
  path: '/api/v1/events/:id',
  summary: 'Take an event off every time axis',
  params: eventParamsSchema,
  answer: null,
  problems: [404],
  handle(ctx, { person, params }) {
    removeEvent(ctx.db, findToChange(ctx, person, params.id), authorOf(ctx, person))
  },
})

function mayWrite({ role }: Person): boolean {
  return writers.some((writer) => writer === role)
}

function authorOf({ clock }: Context, { email }: Person): { actor: string; now: number } {
  return { actor: email, now: clock.now() }
}

/** @throws ForbiddenError unless the person may write about the brand, or about all brands */
function refuseOutsideScope(ctx: Context, person: Person, brandId: number | null): void {
  if (brandId !== null) brandsInScope(ctx, person, [brandId])
  else if (!seesAllBrands(person))
    throw new ForbiddenError(
      'An event for every brand needs access to all brands; choose one of your brands instead.',
    )
}

/** @throws HttpProblem 404 for an event of a brand the person may not see, as for one that does not exist */
function findToChange(ctx: Context, person: Person, id: number): StoredEvent {
  const event = readEvent(ctx.db, id)
  if (!event) throw notFound()
  if (event.brandId !== null && !brandsInScope(ctx, person, 'all').includes(event.brandId)) throw notFound()
  refuseOutsideScope(ctx, person, event.brandId)
  return event
}

function summaryOf(ctx: Context, person: Person, id: number): EventSummary {
  const event = readEvent(ctx.db, id)
  if (!event) throw notFound()
  return toSummaries(ctx, person, [event])[0]
}

/** Every event here is of a brand the person sees, or of all. */
function toSummaries(ctx: Context, person: Person, events: readonly StoredEvent[]): EventSummary[] {
  const names = new Map(readBrands(ctx.db).map(({ id, name }) => [id, name]))
  return events.map(({ brandId, words, createdAt, changedAt, ...event }) => ({
    ...event,
    brand: brandId === null ? null : { id: brandId, name: names.get(brandId) ?? String(brandId) },
    text: words,
    createdAt: new Date(createdAt).toISOString(),
    changedAt: changedAt === null ? null : new Date(changedAt).toISOString(),
    canChange: mayWrite(person) && (brandId !== null || seesAllBrands(person)),
  }))
}
