import type { Express } from 'express'
import { describe, expect, it } from 'vitest'
import type { EventDraft } from '../../server/contract-event.ts'
import { eventSchema, eventsAnswerSchema } from '../../server/http/event-schemas.ts'
import { readAudit } from '../../server/store/audit.ts'
import { HANEUL, MIRAE, smallAccount, storeGrid, UNKNOWN } from './account.ts'
import { signInAs } from './signed-in.ts'

const ADDRESS = '/api/v1/events'

describe('GET /events', () => {
  it('lists notes on one’s own brands and on all brands, latest day first', async () => {
    const { app } = smallAccount()
    await add(app, { brand: HANEUL, day: '2026-05-01', kind: 'note', text: 'half the team away' })
    await add(app, { brand: MIRAE, day: '2026-05-02', kind: 'campaign', text: 'spring sale at Mirae' })
    await add(app, { brand: null, day: '2026-05-03', kind: 'outage', text: 'payment was down' })

    const { body, text } = await (await signInAs(app, 'viewer@example.com')).get(ADDRESS)

    const { events, canAdd, canAddForAll } = eventsAnswerSchema.parse(body)
    expect(events.map((event) => [event.brand?.name ?? null, event.day, event.kind, event.text])).toEqual([
      [null, '2026-05-03', 'outage', 'payment was down'],
      ['Haneul', '2026-05-01', 'note', 'half the team away'],
    ])
    expect(events.map(({ canChange }) => canChange)).toEqual([false, false])
    expect([canAdd, canAddForAll]).toEqual([false, false])
    expect(text).not.toContain('Mirae')
  })

  it('leaves out other brands’ notes where one brand is asked for', async () => {
    const { app } = smallAccount()
    await add(app, { brand: HANEUL, day: '2026-05-01', kind: 'note', text: 'one' })
    await add(app, { brand: MIRAE, day: '2026-05-02', kind: 'note', text: 'two' })
    await add(app, { brand: null, day: '2026-05-03', kind: 'note', text: 'three' })

    const { body } = await (await signInAs(app, 'admin@example.com')).get(`${ADDRESS}?brand=${MIRAE}`)

    expect(body.events.map(({ text }: { text: string }) => text)).toEqual(['three', 'two'])
  })

  it.each([MIRAE, UNKNOWN])('answers 403 for brand %i, hidden or unknown', async (brand) => {
    const { app } = smallAccount()

    const { status } = await (await signInAs(app, 'viewer@example.com')).get(`${ADDRESS}?brand=${brand}`)

    expect(status).toBe(403)
  })
})

describe('POST /events', () => {
  it('adds a note, tells where it is, and records who did it', async () => {
    const { ctx, app } = smallAccount()
    const manager = await signInAs(app, 'limited@example.com')

    const response = await manager.post(ADDRESS, {
      brand: HANEUL,
      day: '2026-05-01',
      kind: 'staffing',
      text: '  two new\nagents  ',
    })

    expect(response.status).toBe(201)
    expect(response.get('Location')).toBe(`${ADDRESS}/1`)
    expect(eventSchema.parse(response.body)).toMatchObject({
      id: 1,
      brand: { id: HANEUL, name: 'Haneul' },
      day: '2026-05-01',
      kind: 'staffing',
      text: 'two new agents',
      createdAt: '2026-11-16T00:00:00.000Z',
      changedAt: null,
      canChange: true,
    })
    expect(readAudit(ctx.db, 1)).toMatchObject([
      {
        actor: 'limited@example.com',
        action: 'event_added',
        detail: `1: 2026-05-01 brand ${HANEUL} staffing: two new agents`,
      },
    ])
  })

  it('names every field that is wrong', async () => {
    const { app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.post(ADDRESS, {
      brand: 'all',
      day: '2026-02-30',
      kind: 'party',
      text: ' ',
    })

    expect(status).toBe(400)
    expect(body.fields).toEqual([
      { field: 'brand', message: 'must be a number' },
      { field: 'day', message: 'is not a day; use YYYY-MM-DD' },
      { field: 'kind', message: 'is not a kind; use note, outage, campaign, release, staffing' },
      { field: 'text', message: 'is empty; write a few words' },
    ])
  })

  it('takes 200 characters and no more, whatever alphabet they are of', async () => {
    const { app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')
    const draft = { brand: null, day: '2026-05-01', kind: 'note' }

    const whole = await admin.post(ADDRESS, { ...draft, text: '가'.repeat(199) + '🎉' })
    const longer = await admin.post(ADDRESS, { ...draft, text: '가'.repeat(201) })

    expect(whole.status).toBe(201)
    expect(longer.body.fields).toEqual([
      { field: 'text', message: 'is longer than 200 characters; shorten it' },
    ])
  })

  it('is refused for a brand out of reach, and for all brands to somebody who sees some', async () => {
    const { app } = smallAccount()
    const limited = await signInAs(app, 'limited@example.com')
    const draft = { day: '2026-05-01', kind: 'note', text: 'x' }

    const hidden = await limited.post(ADDRESS, { ...draft, brand: MIRAE })
    const unknown = await limited.post(ADDRESS, { ...draft, brand: UNKNOWN })
    const everywhere = await limited.post(ADDRESS, { ...draft, brand: null })

    expect([hidden.status, unknown.status, everywhere.status]).toEqual([403, 403, 403])
    expect(hidden.body).toEqual(unknown.body)
    expect(everywhere.body.detail).toContain('choose one of your brands')
  })
})

describe('PATCH /events/:id', () => {
  it('changes what is sent and keeps the rest', async () => {
    const { ctx, app } = smallAccount()
    const id = await add(app, { brand: HANEUL, day: '2026-05-01', kind: 'note', text: 'one' })
    const limited = await signInAs(app, 'limited@example.com')

    const { status, body } = await limited.patch(`${ADDRESS}/${id}`, { kind: 'outage' })

    expect(status).toBe(200)
    expect(body).toMatchObject({ day: '2026-05-01', kind: 'outage', text: 'one' })
    expect(body.changedAt).toBe('2026-11-16T00:00:00.000Z')
    expect(readAudit(ctx.db, 1)[0].action).toBe('event_changed')
  })

  it('writes nothing where nothing differs', async () => {
    const { ctx, app } = smallAccount()
    const id = await add(app, { brand: HANEUL, day: '2026-05-01', kind: 'note', text: 'one' })

    const { body } = await (
      await signInAs(app, 'admin@example.com')
    ).patch(`${ADDRESS}/${id}`, { text: 'one' })

    expect(body.changedAt).toBeNull()
    expect(readAudit(ctx.db, 1)[0].action).not.toBe('event_changed')
  })

  it('does not tell another brand’s note from one that does not exist', async () => {
    const { app } = smallAccount()
    const id = await add(app, { brand: MIRAE, day: '2026-05-01', kind: 'note', text: 'one' })
    const limited = await signInAs(app, 'limited@example.com')

    const hidden = await limited.patch(`${ADDRESS}/${id}`, { text: 'two' })
    const missing = await limited.patch(`${ADDRESS}/77`, { text: 'two' })

    expect([hidden.status, missing.status]).toEqual([404, 404])
    expect(hidden.body).toEqual(missing.body)
  })

  it('keeps what is written about all brands from somebody who sees some', async () => {
    const { app } = smallAccount()
    const everywhere = await add(app, { brand: null, day: '2026-05-01', kind: 'note', text: 'one' })
    const own = await add(app, { brand: HANEUL, day: '2026-05-01', kind: 'note', text: 'one' })
    const limited = await signInAs(app, 'limited@example.com')

    const changed = await limited.patch(`${ADDRESS}/${everywhere}`, { text: 'two' })
    const widened = await limited.patch(`${ADDRESS}/${own}`, { brand: null })

    expect([changed.status, widened.status]).toEqual([403, 403])
  })

  it('has to change something', async () => {
    const { app } = smallAccount()
    const id = await add(app, { brand: null, day: '2026-05-01', kind: 'note', text: 'one' })

    const { status } = await (await signInAs(app, 'admin@example.com')).patch(`${ADDRESS}/${id}`, {})

    expect(status).toBe(400)
  })
})

describe('DELETE /events/:id', () => {
  it('takes the event off the list and records it once', async () => {
    const { ctx, app } = smallAccount()
    const id = await add(app, { brand: HANEUL, day: '2026-05-01', kind: 'note', text: 'one' })
    const limited = await signInAs(app, 'limited@example.com')

    const first = await limited.delete(`${ADDRESS}/${id}`)
    const second = await limited.delete(`${ADDRESS}/${id}`)

    expect([first.status, second.status]).toEqual([204, 404])
    expect((await limited.get(ADDRESS)).body.events).toEqual([])
    expect(readAudit(ctx.db, 9).filter(({ action }) => action === 'event_removed')).toHaveLength(1)
  })
})

describe('a brand’s time axis', () => {
  it('carries its own events and those of all brands, named by their kind in both languages', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL], ['first_reply'])
    await add(app, { brand: HANEUL, day: '2026-05-06', kind: 'note', text: '상담원 두 명 충원' })
    await add(app, { brand: MIRAE, day: '2026-05-07', kind: 'note', text: 'elsewhere' })
    await add(app, { brand: null, day: '2026-05-05', kind: 'outage', text: 'payment was down' })
    const viewer = await signInAs(app, 'viewer@example.com')

    const { body } = await viewer.get(`/api/v1/comparisons/${HANEUL}/first_reply`)

    expect(body.marks.filter(({ kind }: { kind: string }) => kind === 'event')).toEqual([
      {
        kind: 'event',
        day: '2026-05-05',
        name: { en: 'Outage: payment was down', ko: '장애: payment was down' },
      },
      { kind: 'event', day: '2026-05-06', name: { en: '상담원 두 명 충원', ko: '상담원 두 명 충원' } },
    ])
  })
})

/** As the administrator; gives back its number. */
async function add(app: Express, draft: EventDraft): Promise<number> {
  const response = await (await signInAs(app, 'admin@example.com')).post(ADDRESS, draft)
  if (response.status !== 201) throw new Error(`the event was answered ${response.status}`)
  return response.body.id
}
