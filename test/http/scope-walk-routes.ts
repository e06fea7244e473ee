import { alertDraftFor } from './alert-draft.ts'
import { draftFor, outside } from './report-draft.ts'
import type { Things } from './scope-account.ts'
import { UNKNOWN } from './scope-account.ts'

/** One request, without its method. */
export type Ask = { path: string; body?: object | string; type?: string }

/** What conversations may be narrowed to that tells of a brand. */
export type Words = { topic: string; group: string; language: string }

/** `brandIds`: what the person sees. */
type Scope = { brandIds: readonly number[]; things: Things }

type RouteWalk = {
  /** About all, some and each of what the person sees, so that every way through the code is taken. */
  within(scope: Scope): Ask[]
  /** About one brand, alone and among those the person sees. */
  about?(brandId: number, scope: Scope): Ask[]
  /** About one thing of a brand, by its number. */
  ofThing?(id: number): Ask[]
  /** Narrowed to what only some brands have. */
  narrowed?(words: Words, scope: Scope): Ask[]
}

const DAYS = 'from=2026-09-07&to=2026-11-02'
const everywhere = (...paths: string[]): RouteWalk => ({ within: () => paths.map((path) => ({ path })) })

/** A page about one brand, some or all, on the usual days and on others. */
function ofBrands(path: string, more = ''): RouteWalk {
  const ask = (brand: string | number, rest = '') => ({ path: `${path}?brand=${brand}${more}${rest}` })
  return {
    within: ({ brandIds }) => [
      ask('all'),
      ...(brandIds.length > 0 ? [ask(brandIds.join(','))] : []),
      ...brandIds.map((id) => ask(id, `&${DAYS}`)),
    ],
    about: (brandId, { brandIds }) => [
      ask(brandId),
      ask([...brandIds, brandId].join(',')),
      ask(brandId, `&${DAYS}`),
    ],
  }
}

/** What is asked about one brand at a time, or as is said in `also`. */
function ofBrandAlone(
  pathOf: (brand: string | number) => string,
  also: readonly string[] = [],
  body?: object,
): RouteWalk {
  const ask = (brand: string | number) => ({ path: pathOf(brand), body })
  return {
    within: ({ brandIds }) => [...also, ...brandIds].map(ask),
    about: (brandId) => [ask(brandId)],
  }
}

/** A cell by brand and metric, as it stands and narrowed. */
function ofCell(path: string): RouteWalk {
  const asks = (id: number) =>
    ['', `?${DAYS}`, '?open=1'].map((rest) => ({ path: `${path}/${id}/first_reply${rest}` }))
  return {
    within: ({ brandIds }) => brandIds.flatMap(asks),
    about: asks,
    narrowed: (words, { brandIds }) =>
      brandIds.map((id) => ({ path: `${path}/${id}/first_reply?${textOf(words)}` })),
  }
}

/** Conversations as a page or a file; figures are their rows too. */
function ofRows(path: string): RouteWalk {
  const rows = ofBrands(path, '&sort=first_reply')
  return {
    ...rows,
    within: (scope) => [
      ...rows.within(scope),
      ...scope.brandIds.map((id) => ({ path: `${path}?brand=${id}&metric=first_reply` })),
      ...scope.brandIds.map((id) => ({ path: `${path}?brand=${id}&metric=concurrency` })),
    ],
    narrowed: (words) => Object.entries(words).map(([name, value]) => ({ path: `${path}?${name}=${value}` })),
  }
}

/** What only administrators may call: to all others every number is the same. */
function ofImport(rest: string, body?: object): RouteWalk {
  const ask = (id: number) => ({ path: `/api/v1/imports/${id}${rest}`, body })
  return { within: ({ things }) => [ask(things.importId), ask(UNKNOWN)] }
}

/** What only those who look after a report may call: to all others every number is the same. */
function ofReport(rest: string, body?: object): RouteWalk {
  const ask = (id: number) => ({ path: `/api/v1/reports/${id}${rest}`, body })
  return { within: ({ things }) => [ask(things.reportId), ask(UNKNOWN)] }
}

/** A report of one brand, or one told to somebody of one brand. */
function ofDraft(path: string): RouteWalk {
  const asks = (brand: number): Ask[] => [
    { path, body: toNobody({ brands: [brand] }) },
    { path, body: toNobody({}, brand) },
  ]
  return { within: ({ brandIds }) => brandIds.flatMap(asks), about: asks }
}

/** The same of alerts. */
function ofAlert(rest: string, body?: object): RouteWalk {
  const ask = (id: number) => ({ path: `/api/v1/alerts/${id}${rest}`, body })
  return { within: ({ things }) => [ask(things.alertId), ask(UNKNOWN)] }
}

/** An alert about one brand, or one told to somebody of one brand. */
function ofAlertDraft(path: string): RouteWalk {
  const asks = (brand: number): Ask[] => [
    { path, body: alertToNobody([brand], null) },
    { path, body: alertToNobody(null, [brand]) },
  ]
  return { within: ({ brandIds }) => brandIds.flatMap(asks), about: asks }
}

function alertToNobody(brands: number[] | null, told: number[] | null): object {
  const addresses = [outside({ brands: told })]
  return {
    ...alertDraftFor(1, { brands }),
    recipients: { people: [], groups: [], addresses, administrators: false },
  }
}

function toNobody(change: { brands?: number[] }, told?: number): object {
  const addresses = [outside({ brands: told === undefined ? null : [told] })]
  return { ...draftFor(1, change), recipients: { people: [], groups: [], addresses } }
}

function textOf({ topic, group, language }: Words): string {
  return `topic=${topic}&group=${group}&language=${language}`
}

const note = { day: '2026-10-07', kind: 'note', text: 'seen' }

/** How each route is walked. One that is missing here fails the test: think what it could tell to whom. */
export const routes: Record<string, RouteWalk> = {
  'get /healthz': everywhere('/healthz'),
  'get /readyz': everywhere('/readyz'),
  'get /api/v1/openapi.json': everywhere('/api/v1/openapi.json'),
  'post /api/v1/session': {
    within: () => [
      { path: '/api/v1/session', body: { email: 'admin@example.com', password: 'not this one' } },
    ],
  },
  'get /api/v1/session': everywhere('/api/v1/session'),
  'delete /api/v1/session': everywhere('/api/v1/session'),
  'get /api/v1/brands': everywhere('/api/v1/brands'),
  'get /api/v1/metrics': everywhere('/api/v1/metrics'),
  'get /api/v1/comparisons': {
    ...ofBrands('/api/v1/comparisons', '&metric=first_reply'),
    within: (scope) => [
      ...ofBrands('/api/v1/comparisons', '&metric=first_reply').within(scope),
      { path: '/api/v1/comparisons' },
    ],
    narrowed: (words) => [{ path: `/api/v1/comparisons?metric=first_reply&${textOf(words)}` }],
  },
  'get /api/v1/comparisons/:brand/:metric': ofCell('/api/v1/comparisons'),
  'get /api/v1/distributions/:brand/:metric': ofCell('/api/v1/distributions'),
  'get /api/v1/agreement': ofBrandAlone((brand) => `/api/v1/agreement?brand=${brand}`, ['all']),
  'get /api/v1/aligned': everywhere('/api/v1/aligned?metric=first_reply', '/api/v1/aligned?metric=csat'),
  'get /api/v1/events': ofBrandAlone((brand) => `/api/v1/events?brand=${brand}`, ['all']),
  'post /api/v1/events': {
    within: ({ brandIds }) =>
      [null, ...brandIds].map((brand) => ({ path: '/api/v1/events', body: { ...note, brand } })),
    about: (brand) => [{ path: '/api/v1/events', body: { ...note, brand } }],
  },
  'patch /api/v1/events/:id': {
    within: ({ brandIds, things }) =>
      [0, ...brandIds].flatMap((id) => {
        const event = things.events.get(id)
        return event === undefined ? [] : [{ path: `/api/v1/events/${event}`, body: { text: 'seen, too' } }]
      }),
    about: (brand, { brandIds, things }) => {
      const event = things.events.get(brandIds[0])
      return event === undefined ? [] : [{ path: `/api/v1/events/${event}`, body: { brand } }]
    },
    ofThing: (id) => [{ path: `/api/v1/events/${id}`, body: { text: 'mine' } }],
  },
  'delete /api/v1/events/:id': {
    within: () => [],
    ofThing: (id) => [{ path: `/api/v1/events/${id}` }],
  },
  'get /api/v1/goals': ofBrandAlone((brand) => `/api/v1/goals?brand=${brand}`, ['all']),
  'put /api/v1/goals/:brand/:metric': ofBrandAlone((brand) => `/api/v1/goals/${brand}/first_reply`, [], {
    value: 60,
    dueOn: null,
  }),
  'delete /api/v1/goals/:brand/:metric': ofBrandAlone((brand) => `/api/v1/goals/${brand}/first_reply`),
  'get /api/v1/levels': ofBrandAlone((brand) => `/api/v1/levels?brand=${brand}`),
  'get /api/v1/team': ofBrandAlone((brand) => `/api/v1/team?brand=${brand}`),
  'get /api/v1/bot': ofBrands('/api/v1/bot'),
  'get /api/v1/csat': ofBrands('/api/v1/csat'),
  'get /api/v1/conversations': ofRows('/api/v1/conversations'),
  'get /api/v1/conversations.csv': ofRows('/api/v1/conversations.csv'),
  'get /api/v1/conversations.xlsx': ofRows('/api/v1/conversations.xlsx'),
  'get /api/v1/filter-choices': ofBrandAlone((brand) => `/api/v1/filter-choices?brand=${brand}`, ['all']),
  'get /api/v1/pdf/overview': everywhere('/api/v1/pdf/overview'),
  'get /api/v1/pdf/brands/:brand': ofBrandAlone((brand) => `/api/v1/pdf/brands/${brand}?lang=ko`),
  'get /api/v1/pdf/compare': everywhere('/api/v1/pdf/compare?metric=first_reply'),
  'get /api/v1/data-health': everywhere('/api/v1/data-health'),
  'get /api/v1/data-health/events': everywhere('/api/v1/data-health/events'),
  'post /api/v1/jobs': { within: () => [{ path: '/api/v1/jobs', body: { name: 'compare' } }] },
  'get /api/v1/jobs/:id': {
    within: ({ things }) => [things.jobId, UNKNOWN].map((id) => ({ path: `/api/v1/jobs/${id}` })),
  },
  'post /api/v1/imports': {
    within: () => [{ path: '/api/v1/imports?kind=chats&fileName=a.csv', body: 'a\n1\n', type: 'text/csv' }],
  },
  'get /api/v1/imports': everywhere('/api/v1/imports'),
  'get /api/v1/imports/:id': ofImport(''),
  'post /api/v1/imports/:id/preview': ofImport('/preview', {}),
  'post /api/v1/imports/:id/run': ofImport('/run', {}),
  'delete /api/v1/imports/:id': ofImport(''),
  'get /api/v1/imports/:id/problems.csv': ofImport('/problems.csv'),
  'get /api/v1/reports': everywhere('/api/v1/reports'),
  'post /api/v1/reports': ofDraft('/api/v1/reports'),
  'post /api/v1/reports/preview': ofDraft('/api/v1/reports/preview'),
  'get /api/v1/reports/previews/:id': everywhere('/api/v1/reports/previews/none'),
  'patch /api/v1/reports/:id': ofReport('', toNobody({})),
  'delete /api/v1/reports/:id': { within: () => [{ path: `/api/v1/reports/${UNKNOWN}` }] },
  'post /api/v1/reports/:id/pause': ofReport('/pause'),
  'post /api/v1/reports/:id/resume': ofReport('/resume'),
  'post /api/v1/reports/:id/send-to-me': ofReport('/send-to-me'),
  'get /api/v1/reports/:id/deliveries': ofReport('/deliveries'),
  'post /api/v1/reports/:id/clear-refused': ofReport('/clear-refused', { address: 'a@outside.example' }),
  'post /api/v1/report-deliveries/:id/send-again': {
    within: ({ things }) =>
      [things.deliveryId, UNKNOWN].map((id) => ({ path: `/api/v1/report-deliveries/${id}/send-again` })),
  },
  'post /api/v1/mail-groups': {
    within: () => [{ path: '/api/v1/mail-groups', body: { name: 'Desk', people: [], addresses: [] } }],
  },
  'patch /api/v1/mail-groups/:id': {
    within: () => [
      { path: `/api/v1/mail-groups/${UNKNOWN}`, body: { name: 'Desk', people: [], addresses: [] } },
    ],
  },
  'delete /api/v1/mail-groups/:id': { within: () => [{ path: `/api/v1/mail-groups/${UNKNOWN}` }] },
  'get /api/v1/alerts': everywhere('/api/v1/alerts'),
  'post /api/v1/alerts': ofAlertDraft('/api/v1/alerts'),
  'post /api/v1/alerts/trial': ofAlertDraft('/api/v1/alerts/trial'),
  'patch /api/v1/alerts/:id': ofAlert('', alertToNobody(null, null)),
  'delete /api/v1/alerts/:id': { within: () => [{ path: `/api/v1/alerts/${UNKNOWN}` }] },
  'post /api/v1/alerts/:id/pause': ofAlert('/pause'),
  'post /api/v1/alerts/:id/resume': ofAlert('/resume'),
  'post /api/v1/alerts/:id/snooze': ofAlert('/snooze', { until: null }),
  'get /api/v1/alert-history': {
    within: ({ things }) =>
      ['', `?alert=${things.alertId}`, `?alert=${UNKNOWN}`].map((rest) => ({
        path: `/api/v1/alert-history${rest}`,
      })),
  },
  'get /api/v1/outbox': everywhere('/api/v1/outbox'),
  'get /api/v1/outbox/:name': everywhere('/api/v1/outbox/a.eml'),
  'get /api/v1/outbox/:name/html': everywhere('/api/v1/outbox/a.eml/html'),
  'get /api/v1/outbox/:name/file': everywhere('/api/v1/outbox/a.eml/file'),
  'get /api/v1/outbox/:name/attachments/:index': everywhere('/api/v1/outbox/a.eml/attachments/0'),
  'get /unsubscribe/:token': everywhere('/unsubscribe/not-a-token'),
  'post /unsubscribe/:token': everywhere('/unsubscribe/not-a-token'),
  'post /unsubscribe/:token/undo': everywhere('/unsubscribe/not-a-token/undo'),
}
