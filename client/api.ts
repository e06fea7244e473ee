import type { AgreementAnswer } from '../server/contract-agreement.ts'
import type { AlignedAnswer } from '../server/contract-aligned.ts'
import type { BotAnswer } from '../server/contract-bot.ts'
import type { ConversationsAnswer, FilterChoicesAnswer } from '../server/contract-conversations.ts'
import type { CsatAnswer } from '../server/contract-csat.ts'
import type { LevelsAnswer } from '../server/contract-levels.ts'
import type { DistributionAnswer } from '../server/contract-distribution.ts'
import type { SeriesAnswer } from '../server/contract-detail.ts'
import type { TeamAnswer } from '../server/contract-team.ts'
import type {
  BrandsAnswer,
  ComparisonsAnswer,
  DataHealthAnswer,
  MetricKey,
  MetricsAnswer,
  Problem,
  SessionAnswer,
} from '../server/contract.ts'
import { alertCalls } from './alert-calls.ts'
import { eventCalls } from './event-calls.ts'
import { goalCalls } from './goal-calls.ts'
import { importCalls } from './import-calls.ts'
import { reportCalls } from './report-calls.ts'
import type { TeamChoice } from './team-choice.ts'
import { asSuffix } from './narrowing.ts'
import type { PageChoice } from './page-choice.ts'
import { choiceQuery } from './page-choice.ts'
import { withinTime } from './within-time.ts'

const TIMEOUT_MS = 20_000
/** A narrowed question is worked out anew; the server itself gives up after a minute. */
const LONGEST_MS = 70_000

const everything = new URLSearchParams()

/** The server answered, but not with what was asked for; `problem` is its own explanation where it gave one. */
export class AnswerError extends Error {
  override name = 'AnswerError'
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem?.detail ?? `the server answered ${status}`)
  }
}

/** No answer at all: no network, server gone, or too slow. */
export class UnreachableError extends Error {
  override name = 'UnreachableError'
}

export type Api = ReturnType<typeof createApi>

/** Typed calls to `/api/v1`. Keeps the CSRF token of the session it last read. */
export function createApi() {
  let csrfToken: string | null = null

  async function ask<Answer>(
    method: string,
    path: string,
    signal?: AbortSignal,
    body?: unknown,
    timeoutMs = TIMEOUT_MS,
  ): Promise<Answer> {
    const isFile = body instanceof Blob
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json'
    if (method !== 'GET' && csrfToken !== null) headers['x-csrf-token'] = csrfToken
    return await withinTime(timeoutMs, signal, async (end) => {
      const response = await reach(`/api/v1/${path}`, {
        method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: end,
        ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      })
      if (!response.ok) throw await toAnswerError(response)
      return (response.status === 204 ? undefined : await parse(response)) as Answer
    })
  }

  function askLong<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
    return ask('GET', path.replace(/\?$/, ''), signal, undefined, LONGEST_MS)
  }

  async function readSession(signal?: AbortSignal): Promise<SessionAnswer> {
    const session = await ask<SessionAnswer>('GET', 'session', signal)
    csrfToken = session.csrfToken
    return session
  }

  return {
    readSession,
    async signIn(email: string, password: string): Promise<SessionAnswer> {
      await ask<unknown>('POST', 'session', undefined, { email, password })
      return readSession()
    },
    async signOut(): Promise<void> {
      await ask<unknown>('DELETE', 'session')
      csrfToken = null
    },
    readBrands: (signal: AbortSignal) => ask<BrandsAnswer>('GET', 'brands', signal),
    readMetrics: (signal: AbortSignal) => ask<MetricsAnswer>('GET', 'metrics', signal),
    readDataHealth: (signal: AbortSignal) => ask<DataHealthAnswer>('GET', 'data-health', signal),
    readAgreement: (brand: string, signal: AbortSignal) =>
      ask<AgreementAnswer>('GET', `agreement?brand=${encodeURIComponent(brand)}`, signal),
    readComparisons: (brand: number | 'all', signal: AbortSignal) =>
      ask<ComparisonsAnswer>('GET', `comparisons?brand=${brand}&metric=all`, signal),
    readComparisonsOf: (metrics: readonly MetricKey[], signal: AbortSignal, narrowing = everything) =>
      askLong<ComparisonsAnswer>(
        `comparisons?brand=all&metric=${metrics.join(',')}${asSuffix(narrowing)}`,
        signal,
      ),
    readAligned: (metric: MetricKey, signal: AbortSignal, narrowing = everything) =>
      askLong<AlignedAnswer>(`aligned?metric=${metric}${asSuffix(narrowing)}`, signal),
    readSeries: (brand: number, metric: MetricKey, signal: AbortSignal, narrowing = everything) =>
      askLong<SeriesAnswer>(`comparisons/${brand}/${metric}?${narrowing.toString()}`, signal),
    readDistribution: (brand: number, metric: MetricKey, signal: AbortSignal, narrowing = everything) =>
      askLong<DistributionAnswer>(`distributions/${brand}/${metric}?${narrowing.toString()}`, signal),
    readLevels: (brand: number, signal: AbortSignal) =>
      ask<LevelsAnswer>('GET', `levels?brand=${brand}`, signal),
    goals: goalCalls(ask),
    alerts: alertCalls(ask),
    events: eventCalls(ask),
    readTeam: ({ brandId, days }: Pick<TeamChoice, 'brandId' | 'days'>, signal: AbortSignal) =>
      ask<TeamAnswer>(
        'GET',
        `team?brand=${brandId}${days ? `&from=${days.from}&to=${days.to}` : ''}`,
        signal,
      ),
    readBot: (choice: PageChoice, signal: AbortSignal) =>
      ask<BotAnswer>('GET', `bot?${choiceQuery(choice)}`, signal),
    readCsat: (choice: PageChoice, signal: AbortSignal) =>
      ask<CsatAnswer>('GET', `csat?${choiceQuery(choice)}`, signal),
    readConversations: (query: URLSearchParams, signal: AbortSignal) =>
      ask<ConversationsAnswer>('GET', `conversations?${query.toString()}`, signal),
    readFilterChoices: (brand: string, signal: AbortSignal) =>
      ask<FilterChoicesAnswer>('GET', `filter-choices?brand=${encodeURIComponent(brand)}`, signal),
    imports: importCalls(ask),
    reports: reportCalls(ask),
    requestJob: (name: string) => ask<{ id: number }>('POST', 'jobs', undefined, { name }),
  }
}

async function reach(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options)
  } catch {
    throw new UnreachableError('no answer from the server')
  }
}

async function parse(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new UnreachableError('the answer broke off')
  }
}

async function toAnswerError(response: Response): Promise<AnswerError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  const problem = isProblem ? ((await parse(response)) as Problem) : null
  return new AnswerError(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : null)
}
