import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Request, Response } from 'express'
import type { DataHealthAnswer, MetricDescription, SessionAnswer } from '../../server/contract.ts'
import { catalog, catalogVersion } from '../../server/metrics/catalog.ts'
import { agreementOf } from './fixture/agreement.ts'
import { answerAlerts } from './fixture/alerts-answers.ts'
import { alignedOf } from './fixture/aligned.ts'
import { send, sendFieldProblem, sendProblem } from './fixture/answering.ts'
import { botAnswer } from './fixture/bot.ts'
import { asOf, brands, dataCompleteTo } from './fixture/brands.ts'
import { arrivingComparisons, comparisons } from './fixture/cells.ts'
import { csatAnswer } from './fixture/csat.ts'
import { distributionOf } from './fixture/distribution.ts'
import { conversationsOf, filterChoices } from './fixture/conversations.ts'
import { arrivingHealth, dataHealth, limitedHealth } from './fixture/data-health.ts'
import { furtherComparisons, pooledComparisons } from './fixture/further.ts'
import { answerEvents, answerGoals } from './fixture/kept-answers.ts'
import { levelsOf } from './fixture/levels.ts'
import { answerReports, isOfReports } from './fixture/reports.ts'
import { seriesOf } from './fixture/series.ts'
import { atRest } from './fixture/state.ts'
import type { FixtureState } from './fixture/state.ts'
import { teamOf, withEvents } from './fixture/team.ts'

export const password = 'cutover-demo'
const CSRF_TOKEN = 'csrf-token-of-the-fixture'
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** A server with canned answers in the shape of the contract, under the real content security policy. */
export async function startFixtureServer(clientDirectory: string) {
  const state = atRest()
  const app = express()
  app.use((_, res, next) => {
    res.setHeader('content-security-policy', POLICY)
    next()
  })
  app.use('/api/v1', express.json(), (req, res, next) => {
    if (state.gone) return void req.socket.destroy()
    const wait = state.delays.get(req.originalUrl.replace('/api/v1/', '').split('?')[0]) ?? 0
    setTimeout(() => answer(state, req, res) || next(), wait)
  })
  app.use('/api', (_, res) => sendProblem(res, 404, 'unknown_route'))
  app.use(express.static(clientDirectory))
  app.use((_, res) => res.sendFile('index.html', { root: clientDirectory }))

  const server = app.listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    /** Changes the data health and tells everybody who follows it. */
    tellHealth(health: DataHealthAnswer) {
      state.health = health
      for (const follower of state.followers ?? []) follower.write(eventOf(health))
    },
    /** Back to the state every test begins with. */
    reset: () => Object.assign(state, atRest()),
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

/** Answers what it knows; false leaves the rest to the 404. */
function answer(state: FixtureState, req: Request, res: Response): boolean {
  const route = `${req.method} ${req.path}`
  if (route === 'POST /session') return signIn(state, req, res)
  if (!state.signedIn) return sendProblem(res, 401, 'not_signed_in')
  if (req.method !== 'GET' && req.get('x-csrf-token') !== CSRF_TOKEN) return sendProblem(res, 403, 'csrf')
  const known = state.arriving ? brands.map((brand) => ({ ...brand, cutover: null })) : brands
  const shown = state.empty ? [] : known
  const cells = state.arriving ? arrivingComparisons : [...comparisons, ...furtherComparisons]
  const one = /^GET \/comparisons\/(\d+)\/(\w+)$/.exec(route)
  if (one) {
    const cell = cells.find((other) => other.brand.id === Number(one[1]) && other.metric === one[2])
    if (!cell) return sendProblem(res, 403, 'forbidden')
    return send(res, { ...withEvents(seriesOf(cell), state.events), isReport: !isNarrowed(req) })
  }
  const spread = /^GET \/distributions\/(\d+)\/(\w+)$/.exec(route)
  if (spread) {
    const cell = cells.find((other) => other.brand.id === Number(spread[1]) && other.metric === spread[2])
    return cell ? send(res, distributionOf(cell)) : sendProblem(res, 403, 'forbidden')
  }
  if (req.path.startsWith('/events')) return answerEvents(state, req, res)
  if (req.path.startsWith('/goals')) return answerGoals(state, req, res)
  if (req.path.startsWith('/alert')) return answerAlerts(state, req, res)
  if (isOfReports(req)) return answerReports(state, req, res)
  switch (route) {
    case 'GET /session':
      return send(res, session(state.role))
    case 'DELETE /session':
      state.signedIn = false
      res.status(204).end()
      return true
    case 'GET /brands':
      return send(res, { brands: shown })
    case 'GET /metrics':
      return send(res, { version: catalogVersion, metrics: catalog.map(describe) })
    case 'GET /filter-choices':
      return send(res, filterChoices)
    case 'GET /conversations':
      if (req.query.from === 'soon') return sendFieldProblem(res, 'from', 'is not a day; use YYYY-MM-DD')
      if (req.query.metric === 'concurrency') return sendProblem(res, 422, 'rests_on_agents_time')
      return send(res, conversationsOf(req.query))
    case 'GET /agreement':
      return send(res, agreementOf(healthOf(state), shown, String(req.query.brand)))
    case 'GET /data-health':
      return send(res, healthOf(state))
    case 'GET /data-health/events':
      return state.followers
        ? openEvents(state, state.followers, res)
        : sendProblem(res, 404, 'unknown_route')
    case 'POST /jobs':
      state.requestedJobs.push(String(req.body.name))
      res.status(202).json({ id: 1 })
      return true
    case 'GET /team': {
      const brand = shown.find(({ id }) => id === Number(req.query.brand))
      if (!brand) return sendProblem(res, 403, 'forbidden')
      const own = cells.filter((cell) => cell.brand.id === brand.id && teamMetrics.has(cell.metric))
      return send(res, teamOf(brand, own))
    }
    case 'GET /levels':
      return send(res, levelsOf(Number(req.query.brand), cells))
    case 'GET /aligned': {
      const metric = catalog.find(({ key }) => key === req.query.metric)
      return metric
        ? send(res, alignedOf(metric.key, shown, cells))
        : sendProblem(res, 400, 'invalid_request')
    }
    case 'GET /bot':
    case 'GET /csat': {
      const brand = String(req.query.brand)
      if (brand !== 'all' && !shown.some(({ id }) => String(id) === brand))
        return sendProblem(res, 403, 'forbidden')
      const from = req.query.from === undefined ? undefined : String(req.query.from)
      return send(res, route === 'GET /bot' ? botAnswer(brand, from) : csatAnswer(brand))
    }
    case 'GET /comparisons': {
      const brand = String(req.query.brand)
      const chosen = shown.filter(({ id }) => brand === 'all' || id === Number(brand))
      if (brand !== 'all' && chosen.length === 0) return sendProblem(res, 403, 'forbidden')
      const ids = new Set(chosen.map(({ id }) => id))
      return send(res, {
        asOf,
        dataCompleteTo: state.arriving ? null : dataCompleteTo,
        definitions: catalogVersion,
        comparisons: cells.filter((cell) => ids.has(cell.brand.id) && isAskedFor(cell.metric, req)),
        isReport: !isNarrowed(req),
        filter: null,
        pooled: state.arriving ? [] : pooledComparisons.filter(({ metric }) => isAskedFor(metric, req)),
        changes:
          state.arriving || isNarrowed(req)
            ? null
            : {
                since: '2026-11-09',
                cells: [{ brandId: 3, metric: 'first_reply', from: 'not_enough_data' }],
              },
      })
    }
    default:
      return false
  }
}

const teamMetrics = new Set(['concurrency', 'conversations_per_agent_hour', 'handle_time', 'human_workload'])

function isAskedFor(metric: string, { query }: Request): boolean {
  const asked = query.metric === undefined ? ['all'] : String(query.metric).split(',')
  return asked.includes('all') || asked.includes(metric)
}

/** By days or by conversations; the numbers of the fixture stay what they are. */
function isNarrowed({ query }: Request): boolean {
  return Object.keys(query).some((name) => name !== 'brand' && name !== 'metric')
}

function healthOf(state: FixtureState): DataHealthAnswer {
  if (state.health) return state.health
  if (state.role === 'viewer') return limitedHealth
  return state.arriving ? arrivingHealth : dataHealth
}

function openEvents(state: FixtureState, followers: Set<Response>, res: Response): boolean {
  res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  res.write(`retry: 200\n\n${eventOf(healthOf(state))}`)
  followers.add(res)
  res.on('close', () => followers.delete(res))
  return true
}

function eventOf(health: DataHealthAnswer): string {
  return `data: ${JSON.stringify(health)}\n\n`
}

function signIn(state: FixtureState, req: Request, res: Response): boolean {
  if (req.body.password !== password) return sendProblem(res, 401, 'wrong_credentials')
  state.signedIn = true
  return send(res, session(state.role))
}

function session(role: FixtureState['role']): SessionAnswer {
  const person = {
    email: `${role}@demo.example`,
    name: '김서연',
    role,
    language: 'en' as const,
    allBrands: true,
  }
  return { person, csrfToken: CSRF_TOKEN }
}

function describe(metric: MetricDescription): MetricDescription {
  const { key, version, kind, unit, primary, better, fairness, margin, maturityDays } = metric
  const { name, question, before, after, condition, zendesk } = metric
  return {
    ...{ key, version, kind, unit, primary, better, fairness, margin, maturityDays },
    ...{ name, question, before, after, condition, zendesk },
  }
}
