import type { Context } from '../context.ts'
import { recordAudit } from '../store/audit.ts'
import { inTransaction } from '../store/database.ts'
import { requestJob } from '../store/job-requests.ts'
import type { SecretName } from '../store/secrets.ts'
import { forgetSecret, secretNames, secretSources, storeSecrets } from '../store/secrets.ts'
import type { Command } from './command.ts'
import type { SecretInput } from './secret-input.ts'

const LONGEST_SECRET = 4096
const usage = 'connect [--from-env] [--forget NAME]   stores the secrets of the connection, encrypted'
const onCommandLine =
  'secrets are not taken from the command line, where other users of the machine and the shell history see them: start connect without them and answer its questions, or pipe lines NAME=secret into it'

/** Stores secrets that are typed in, piped in as lines `NAME=secret`, or taken from the environment. */
export function connectCommand(input: () => SecretInput): Command {
  return {
    words: ['connect'],
    usage,
    async run(ctx, args) {
      const [option, name, ...more] = args
      if (option === '--forget' && isSecretName(name) && more.length === 0) return forget(ctx, name)
      if (option === '--forget') throw new Error(`--forget takes one of: ${secretNames.join(', ')}`)
      if (option !== undefined && (option !== '--from-env' || name !== undefined))
        throw new Error(onCommandLine)
      const given = option === '--from-env' ? fromEnvironment(ctx) : await readFrom(input())
      if (given.size === 0) throw new Error('no secret was given; nothing was changed')
      return store(ctx, given)
    },
  }
}

function store(ctx: Context, given: ReadonlyMap<SecretName, string>): string {
  const now = ctx.clock.now()
  const names = [...given.keys()].join(', ')
  inTransaction(ctx.db, () => {
    storeSecrets(ctx.db, given, { appSecret: ctx.config.appSecret, now })
    recordAudit(ctx.db, { at: now, actor: 'command line', action: 'secret.stored', detail: names })
    requestJob(ctx.db, { name: 'check-connection', options: {}, requestedBy: 'command line', now })
  })
  const sources = secretSources(ctx.db, ctx.config)
  const hidden = [...given.keys()].filter((name) => sources[name].startsWith('environment'))
  const warning =
    hidden.length === 0
      ? ''
      : `; what the environment says stays in use as long as it names ${hidden.join(', ')}`
  return `${names} stored, encrypted under APP_SECRET${warning}; the job "check-connection" will tell what can be read`
}

function forget(ctx: Context, name: SecretName): string {
  if (!forgetSecret(ctx.db, name)) throw new Error(`${name} is not stored; nothing was changed`)
  recordAudit(ctx.db, {
    at: ctx.clock.now(),
    actor: 'command line',
    action: 'secret.forgotten',
    detail: name,
  })
  return `${name} is no longer stored`
}

function fromEnvironment({ config: { zendesk, aiAgents } }: Context): Map<SecretName, string> {
  const { credential, chatToken, chatClient } = zendesk
  const values: readonly [SecretName, string | null | undefined][] = [
    ['ZENDESK_CLIENT_SECRET', credential.kind === 'oauth' ? credential.clientSecret : null],
    ['ZENDESK_API_TOKEN', credential.kind === 'token' ? credential.apiToken : null],
    ['ZENDESK_CHAT_TOKEN', chatToken],
    ['ZENDESK_CHAT_CLIENT_SECRET', chatClient?.clientSecret],
    ['AI_AGENTS_API_KEY', aiAgents.apiKey],
  ]
  return new Map(values.flatMap(([name, value]): [SecretName, string][] => (value ? [[name, value]] : [])))
}

async function readFrom(input: SecretInput): Promise<Map<SecretName, string>> {
  return input.canAsk ? askForEach(input) : parseLines(await input.readAll())
}

async function askForEach(input: SecretInput): Promise<Map<SecretName, string>> {
  const given = new Map<SecretName, string>()
  for (const name of secretNames) {
    const secret = await input.ask(`${name} (Enter leaves it as it is)`)
    if (secret === '') continue
    const problem = problemOf(secret)
    if (problem !== null) throw new Error(`${name} ${problem}; nothing was changed`)
    given.set(name, secret)
  }
  return given
}

/** @throws naming every line that cannot be used, by its number: what stands in it may be secret */
function parseLines(text: string): Map<SecretName, string> {
  const given = new Map<SecretName, string>()
  const problems: string[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const [, name = '', value = ''] = /^\s*([A-Z_]+)\s*=(.*)$/.exec(line) ?? []
    const secret = value.trim()
    const problem = isSecretName(name)
      ? problemOf(secret)
      : `is not NAME=secret with one of: ${secretNames.join(', ')}`
    if (problem !== null) problems.push(`line ${index + 1} ${problem}`)
    else if (isSecretName(name)) given.set(name, secret)
  }
  if (problems.length > 0) throw new Error(`nothing was changed:\n${problems.join('\n')}`)
  return given
}

function problemOf(secret: string): string | null {
  if (secret === '') return 'is blank'
  if (secret.length > LONGEST_SECRET) return `is longer than ${LONGEST_SECRET} characters`
  return /^[\x21-\x7e]+$/.test(secret) ? null : 'has characters that no secret of Zendesk has'
}

function isSecretName(name: string | undefined): name is SecretName {
  return secretNames.some((known) => known === name)
}
