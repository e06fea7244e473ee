import { existsSync } from 'node:fs'
import type { Environment } from './environment-schema.ts'
import { environmentSchema } from './environment-schema.ts'

/** Secrets are null where the environment holds none: they may be stored, encrypted, in the database. */
export type ZendeskCredential =
  | { kind: 'oauth'; clientId: string; clientSecret: string | null }
  | { kind: 'token'; email: string; apiToken: string | null }

export type Config = {
  port: number
  databaseFile: string
  publicUrl: string
  appSecret: string
  jobs: 'child' | 'off'
  /** Whoever sees some brands only learns nothing of the others, not even how they moved in common. */
  isScopeStrict: boolean
  logLevel: string
  defaultZone: string | null
  clock: { now: number; frozen: boolean } | null
  zendesk: {
    baseUrl: string
    credential: ZendeskCredential
    chatToken: string | null
    /** Instead of a Chat token: a confidential OAuth client of Chat. */
    chatClient: { clientId: string; clientSecret: string | null } | null
    rateWindowScale: number
    /** The longest wait for one whole answer. */
    timeoutMs: number
  }
  aiAgents: { baseUrl: string; apiKey: string | null; organizationId: string | null }
  mail: {
    smtpUrl: string | null
    /** A PEM file with the certificate of the mail server's authority; null = those everybody knows. */
    smtpCaFile: string | null
    mailsPerMinute: number
    mailFrom: string
    outboxDirectory: string
  }
}

const ANSWER_TIME_OUT_MS = 90_000

/** Thrown at start with every problem at once, so that nobody fixes them one by one. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

/** The names this program reads from the environment; README documents each. */
export const environmentNames = Object.keys(environmentSchema.shape)

/** Takes what a `.env` file in the working folder says, where there is one; what is already set stays. */
export function loadEnvironmentFile(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The folder in which a command was typed: npm itself goes to the package's own and tells where it came from. */
export function commandFolder(environment: Record<string, string | undefined> = process.env): string {
  return environment.INIT_CWD ?? '.'
}

/**
 * Reads and checks the whole environment.
 * @throws ConfigurationError naming every problem
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environmentSchema.safeParse(present)
  const issues = parsed.error?.issues ?? []
  const broken = new Set(issues.map((issue) => String(issue.path[0])))
  const problems = [
    ...issues.map((issue) => `${String(issue.path[0])} ${issue.message}`),
    ...crossChecks(present, broken),
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems)
  return toConfig(parsed.data)
}

function crossChecks(present: Record<string, string | undefined>, broken: ReadonlySet<string>): string[] {
  const problems: string[] = []
  const has = (name: string) => present[name] !== undefined
  if (!has('ZENDESK_SUBDOMAIN') && !has('ZENDESK_BASE_URL')) {
    problems.push('ZENDESK_SUBDOMAIN is missing: set it to the part before .zendesk.com')
  }
  // The other half of a pair may be stored in the database; it is looked for when it is needed.
  for (const [name, secret] of [
    ['ZENDESK_CLIENT_ID', 'ZENDESK_CLIENT_SECRET'],
    ['ZENDESK_EMAIL', 'ZENDESK_API_TOKEN'],
    ['ZENDESK_CHAT_CLIENT_ID', 'ZENDESK_CHAT_CLIENT_SECRET'],
  ]) {
    if (has(secret) && !has(name)) problems.push(`${name} is missing: ${name} and ${secret} belong together`)
  }
  if (has('ZENDESK_CHAT_TOKEN') && has('ZENDESK_CHAT_CLIENT_ID')) {
    problems.push('ZENDESK_CHAT_TOKEN and ZENDESK_CHAT_CLIENT_ID are both set: keep one of them')
  }
  const named = ['ZENDESK_CLIENT_ID', 'ZENDESK_CLIENT_SECRET', 'ZENDESK_EMAIL', 'ZENDESK_API_TOKEN']
  if (!named.some(has)) {
    problems.push(
      'ZENDESK_CLIENT_ID is missing: create an OAuth client in Admin Center > Apps and integrations > APIs; its secret goes into ZENDESK_CLIENT_SECRET, or is stored with npm run admin -- connect',
    )
  }
  const urls = ['ZENDESK_BASE_URL', 'AI_AGENTS_BASE_URL'].filter((name) => has(name) && !broken.has(name))
  for (const name of urls) {
    const url = new URL(present[name] as string)
    if (url.protocol === 'http:' && !isLoopback(url))
      problems.push(`${name} must be https: plain http is accepted only for this machine`)
  }
  const simulated =
    has('ZENDESK_BASE_URL') && urls.every((name) => isLoopback(new URL(present[name] as string)))
  if (has('CUTOVER_NOW') && !simulated) {
    problems.push(
      'CUTOVER_NOW is for tests and demos: it is accepted only when every Zendesk address is on this machine',
    )
  }
  if (has('ZENDESK_RATE_WINDOW_SCALE') && present.ZENDESK_RATE_WINDOW_SCALE !== '1' && !simulated) {
    problems.push(
      'ZENDESK_RATE_WINDOW_SCALE is for tests and demos: it is accepted only when every Zendesk address is on this machine',
    )
  }
  return problems
}

/** True for an address on this machine. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname)
}

function toConfig(env: Environment): Config {
  const credential: ZendeskCredential = env.ZENDESK_CLIENT_ID
    ? { kind: 'oauth', clientId: env.ZENDESK_CLIENT_ID, clientSecret: env.ZENDESK_CLIENT_SECRET ?? null }
    : { kind: 'token', email: env.ZENDESK_EMAIL as string, apiToken: env.ZENDESK_API_TOKEN ?? null }
  const baseUrl = (env.ZENDESK_BASE_URL ?? `https://${env.ZENDESK_SUBDOMAIN}.zendesk.com`).replace(/\/$/, '')
  return {
    port: env.PORT,
    databaseFile: env.DATABASE_FILE,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    appSecret: env.APP_SECRET,
    jobs: env.CUTOVER_JOBS,
    isScopeStrict: env.STRICT_SCOPE === 'on',
    logLevel: env.LOG_LEVEL,
    defaultZone: env.TZ_DEFAULT ?? null,
    clock: env.CUTOVER_NOW
      ? { now: Date.parse(env.CUTOVER_NOW), frozen: env.CUTOVER_NOW_FROZEN === '1' }
      : null,
    zendesk: {
      baseUrl,
      credential,
      chatToken: env.ZENDESK_CHAT_TOKEN ?? null,
      chatClient: env.ZENDESK_CHAT_CLIENT_ID
        ? { clientId: env.ZENDESK_CHAT_CLIENT_ID, clientSecret: env.ZENDESK_CHAT_CLIENT_SECRET ?? null }
        : null,
      rateWindowScale: env.ZENDESK_RATE_WINDOW_SCALE,
      timeoutMs: ANSWER_TIME_OUT_MS,
    },
    aiAgents: {
      baseUrl: (env.AI_AGENTS_BASE_URL ?? `${baseUrl}/ai-agents/api`).replace(/\/$/, ''),
      apiKey: env.AI_AGENTS_API_KEY ?? null,
      organizationId: env.AI_AGENTS_ORGANIZATION_ID ?? null,
    },
    mail: {
      smtpUrl: env.SMTP_URL ?? null,
      smtpCaFile: env.SMTP_CA_FILE ?? null,
      mailsPerMinute: env.SMTP_MAILS_PER_MINUTE,
      mailFrom: env.MAIL_FROM,
      outboxDirectory: env.OUTBOX_DIR,
    },
  }
}
