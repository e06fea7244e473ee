import type { Clock } from '../../server/platform/clock.ts'
import { demoCredentials } from './credentials.ts'
import { buildVersionIndex } from './version-index.ts'
import type { VersionIndex } from './version-index.ts'
import type { FaultHook } from './faults.ts'
import { createTokenStore } from './token-store.ts'
import type { TokenStore } from './token-store.ts'
import { chatTicketTimes } from './world/chat-ticket.ts'
import type { World, WorldChat, WorldTicket } from './world/types.ts'

/** What the simulated account accepts. */
export type SimulatorCredentials = {
  clientId: string
  clientSecret: string
  email: string
  apiToken: string
  chatToken: string
  aiAgentsKey: string
  /** A confidential client of Chat, beside the token. */
  chatClientId: string
  chatClientSecret: string
}

/** What the simulated account's plan includes; all of it unless switched off. */
export type SimulatorFeatures = {
  /** Off: /api/v2/chat answers 404, as in an account without Chat. */
  chat: boolean
  /** Off: 403, as on plans without CSAT. */
  satisfactionRatings: boolean
  surveys: boolean
  aiAgents: boolean
  /** Off: 403, as without omnichannel routing. */
  engagements: boolean
  /** Off: 404, as on plans without business hours. */
  schedules: boolean
  /** Off: 404, as without a help centre. */
  helpCenter: boolean
}

export type SimulatorOptions = {
  world: World
  clock: Clock
  port?: number
  /** 1 = rate windows of one minute; 60 = of one second. */
  rateWindowScale?: number
  limits?: 'on' | 'off'
  /** Rate windows run in real time unless a test turns this clock by hand. */
  rateClock?: Clock
  features?: Partial<SimulatorFeatures>
  /** Rows an incremental export puts on a page at most, whatever is asked for; 1000 as in reality unless said otherwise. */
  pageRows?: number
  /** Host the account writes into its own links; its own Zendesk host unless said otherwise. */
  linkHost?: string
  /** Where ticket exports put metric sets: in a list beside the tickets, within each, or nowhere. */
  metricSets?: 'beside' | 'nested' | 'none'
  credentials?: Partial<SimulatorCredentials>
  /** Role of the user the credentials belong to: exports are for administrators only. */
  role?: 'admin' | 'agent'
  /** What a token may do whatever was asked for, as of a client that was given a smaller scope. */
  grantedScope?: string
  tokenLifetimeSeconds?: number
  faults?: FaultHook
}

/** A ticket as Support knows it: a messaging ticket, or the one a live chat or offline message left behind. */
export type TicketSource = WorldTicket | WorldChat

export type Simulation = {
  world: World
  clock: Clock
  /** Host that the account writes into its own links, whatever host it was called on. */
  linkHost: string
  credentials: SimulatorCredentials
  role: 'admin' | 'agent'
  grantedScope: string | null
  features: SimulatorFeatures
  metricSets: 'beside' | 'nested' | 'none'
  pageRows: number
  tokens: TokenStore
  chatTokens: TokenStore
  chats: () => VersionIndex<WorldChat, string>
  tickets: () => VersionIndex<TicketSource, number>
}

/** Support's export leaves out the last minute, the Chat export the last five. */
export const ticketExclusionMilliseconds = 60_000
export const chatExclusionMilliseconds = 5 * 60_000

const largestPage = 1000

/** The legacy way in, accepted beside the OAuth client: Basic `email/token:api token`. */
const demoTokenCredentials = { email: 'admin@demo.example', apiToken: 'demo-api-token' }
const demoChatClient = { chatClientId: 'cutover-demo-chat', chatClientSecret: 'demo-chat-client-secret' }

export function createSimulation(options: SimulatorOptions): Simulation {
  const { world, clock } = options
  return {
    world,
    clock,
    linkHost: options.linkHost ?? `https://${world.subdomain}.zendesk.com`,
    credentials: { ...demoCredentials, ...demoTokenCredentials, ...demoChatClient, ...options.credentials },
    role: options.role ?? 'admin',
    grantedScope: options.grantedScope ?? null,
    features: {
      chat: true,
      satisfactionRatings: true,
      surveys: true,
      aiAgents: true,
      engagements: true,
      schedules: true,
      helpCenter: true,
      ...options.features,
    },
    metricSets: options.metricSets ?? 'beside',
    pageRows: options.pageRows ?? largestPage,
    tokens: createTokenStore(clock, options.tokenLifetimeSeconds ?? 1800, 'access-token'),
    chatTokens: createTokenStore(clock, options.tokenLifetimeSeconds ?? 1800, 'chat-access-token'),
    chats: once(() =>
      buildVersionIndex(
        world.chats,
        (chat) => chat.id,
        (chat) => chat.updateTimes,
      ),
    ),
    tickets: once(() => buildVersionIndex(ticketSources(world), ticketIdOf, ticketTimesOf)),
  }
}

/** The Support ticket's id. */
export function ticketIdOf(source: TicketSource): number {
  return source.kind === 'ticket' ? source.id : (source.ticketId ?? 0)
}

/** Moments at which the ticket changes, ascending; the first is its creation. */
export function ticketTimesOf(source: TicketSource): readonly number[] {
  return source.kind === 'ticket' ? source.updateTimes : chatTicketTimes(source)
}

/** Keeps the answer of the first call. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

function ticketSources(world: World): TicketSource[] {
  return [...world.tickets, ...world.chats.filter((chat) => chat.ticketId !== null)]
}
