import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import { readConfig } from '../../server/platform/config.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { writeGroup } from '../../server/store/mail-groups.ts'
import { readDeliveries } from '../../server/store/read-deliveries.ts'
import { askAgain } from '../../server/store/report-deliveries.ts'
import { writeRecipients } from '../../server/store/report-recipients.ts'
import { ensureWeeklySchedule } from '../../server/store/report-schedules.ts'
import { saebyeokId, seedSampleGrid } from '../report/sample-grid.ts'
import { startProgram } from '../support/built-program.ts'
import { addPerson } from '../support/people.ts'
import { simulatedEnvironment } from '../support/simulated-environment.ts'
import type { ReceivedMail } from '../support/smtp/mail-server.ts'
import { startMailServer } from '../support/smtp/mail-server.ts'

const HOUR_MS = 3_600_000
const now = Date.parse('2026-11-16T09:00:00+09:00')
const folder = mkdtempSync(join(tmpdir(), 'cutover-mail-kill-'))
const preload = pathToFileURL(join(import.meta.dirname, '../support/kill-at-statement.mjs')).href
const owner = 'owner@demo.example'

type Step = 'connection' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'content'
/** What a run is killed at: a step of its second mail that the mail server sees, or a statement of it. */
type KillPoint =
  { server: Step } | { statement: { pattern: string; when: 'before' | 'after'; count: number } }

const claim = 'insert into report_delivery'
const settling = 'update report_delivery set settled_at.*"outcome":"sent"'
const killPoints: readonly (readonly [what: string, isUnknown: boolean, KillPoint])[] = [
  ['before it was claimed', false, { statement: { pattern: claim, when: 'before', count: 2 } }],
  ['after it was claimed', true, { statement: { pattern: claim, when: 'after', count: 2 } }],
  ['while the connection opens', true, { server: 'connection' }],
  ['after its sender', true, { server: 'MAIL FROM' }],
  ['after its recipient', true, { server: 'RCPT TO' }],
  ['while its content goes out', true, { server: 'DATA' }],
  ['when the server has it whole', true, { server: 'content' }],
  ['after the answer', true, { statement: { pattern: settling, when: 'before', count: 2 } }],
  ['after it was written down', false, { statement: { pattern: settling, when: 'after', count: 2 } }],
]

let mails: Awaited<ReturnType<typeof startMailServer>>
let killAt: { step: Step; mail: number; kill(): void } | null = null
let mailsOfRun = 0

beforeAll(async () => {
  mails = await startMailServer(killing())
})

afterAll(async () => {
  await mails.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('sending reports, killed at every step of a mail, one run after the other', () => {
  it(
    'gives nobody two mails, shows the unknown ones, tells the owner once, and leaves the rest to people',
    { timeout: 120_000 },
    async () => {
      const environment = prepare()
      const unknown: string[] = []
      for (const [index, [what, isUnknown, point]] of killPoints.entries()) {
        await runKilled(environment, index, point)
        const open = deliveries(environment).filter(({ outcome }) => outcome === null)
        expect(open, what).toHaveLength(isUnknown ? 1 : 0)
        unknown.push(...open.map(({ address }) => address))
      }
      expect(noticesSent()).toBe(0)

      await run(environment, killPoints.length)
      const afterwards = reports(mails.received)
      await run(environment, killPoints.length + 1)

      expect(reports(mails.received)).toEqual(afterwards)
      expect(mostFor(mails.received)).toBe(1)
      const outcomes = deliveries(environment).filter(({ occasion }) => occasion === '2026-11-16')
      expect(outcomes).toHaveLength(20)
      expect(outcomes.filter(({ outcome }) => outcome === 'unknown').map(({ address }) => address)).toEqual(
        unknown,
      )
      for (const { address, outcome } of outcomes)
        if (outcome === 'sent') expect(afterwards, address).toContain(address)
      expect(noticesSent()).toBe(1)
      expect(mails.received.at(-1)?.message).toContain(unknown[0])

      const again = outcomes.filter(({ outcome }) => outcome === 'unknown')[5]
      inDatabase(environment, (db) => askAgain(db, again.id, now))
      const before = reports(mails.received).length
      await run(environment, killPoints.length + 2)

      expect(reports(mails.received).slice(before)).toEqual([again.address])
      expect(noticesSent()).toBe(1)
    },
  )
})

/** Ends the program the hard way at a step of one of its mails, before the server answers. */
function killing(): SMTPServerOptions {
  const at = (step: Step, proceed: () => void) => {
    if (step === 'MAIL FROM') mailsOfRun += 1
    if (killAt?.step !== step || (step !== 'connection' && killAt.mail !== mailsOfRun)) return proceed()
    killAt.kill()
  }
  return {
    onConnect: (_session, answer) => at('connection', () => answer()),
    onMailFrom: (_address, _session, answer) => at('MAIL FROM', () => answer()),
    onRcptTo: (_address, _session, answer) => at('RCPT TO', () => answer()),
    onData: (stream, { envelope }, answer) => {
      at('DATA', () => undefined)
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('error', () => undefined)
      stream.on('end', () => {
        if (killAt?.step === 'DATA' && killAt.mail === mailsOfRun) return
        const to = envelope.rcptTo.map(({ address }) => address)
        mails.received.push({ from: '', to, message: Buffer.concat(pieces).toString('utf8') })
        at('content', () => answer())
      })
    },
  }
}

async function runKilled(environment: Environment, index: number, point: KillPoint): Promise<void> {
  const preloaded: Record<string, string> =
    'statement' in point
      ? { KILL_AT: JSON.stringify(point.statement), NODE_OPTIONS: `--import=${preload}` }
      : {}
  const program = startProgram('jobs/run.js', ['weekly-report'], { ...at(environment, index), ...preloaded })
  mailsOfRun = 0
  if ('server' in point)
    killAt = { step: point.server, mail: 2, kill: () => void program.child.kill('SIGKILL') }
  const { signal } = await program.ended
  killAt = null
  expect(signal, program.output()).toBe('SIGKILL')
}

async function run(environment: Environment, index: number): Promise<void> {
  const program = startProgram('jobs/run.js', ['weekly-report'], at(environment, index))
  expect((await program.ended).signal, program.output()).toBeNull()
}

type Environment = ReturnType<typeof simulatedEnvironment>

/** Each run stands some hours later than the one before, within the week in which the mails are due. */
function at(environment: Environment, index: number): Environment & Record<string, string> {
  const moment = new Date(now + index * 7 * HOUR_MS).toISOString()
  return {
    ...environment,
    CUTOVER_NOW: moment,
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    SMTP_MAILS_PER_MINUTE: '60000',
    PUBLIC_URL: 'https://cutover.example',
  }
}

/** A report to twenty people: accounts, members of a group, addresses without either. */
function prepare(): Environment {
  const environment = simulatedEnvironment({
    zendeskUrl: 'http://127.0.0.1:1',
    folder,
    file: 'mails.db',
    now: new Date(now).toISOString(),
  })
  const ctx = createContext(readConfig(environment), 'test')
  seedSampleGrid(ctx.db)
  const accounts = [owner, 'a1@demo.example', 'a2@demo.example', 'a3@demo.example'].map((email) =>
    addPerson(ctx, { email, role: 'administrator' }),
  )
  const outside = (name: string) => ({
    address: `${name}@outside.example`,
    name: null,
    language: 'ko' as const,
    brandIds: null,
  })
  const groupId = writeGroup(ctx.db, {
    id: null,
    name: 'Shops',
    personIds: accounts.slice(2),
    addresses: Array.from({ length: 6 }, (_, i) => outside(`shop${i}`)),
  })
  const schedule = ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: accounts[0],
    recipientIds: [],
  })
  writeRecipients(ctx.db, schedule, {
    personIds: accounts.slice(0, 2),
    groupIds: [groupId],
    addresses: Array.from({ length: 10 }, (_, i) => outside(`partner${i}`)),
  })
  // One brand and one figure: what is drawn takes longer than what is shown here.
  statement(ctx.db, 'update report_schedule set brands = :brands, metrics = :metrics').run({
    brands: `[${saebyeokId}]`,
    metrics: '["demand"]',
  })
  ctx.db.close()
  return environment
}

function deliveries(environment: Environment) {
  return inDatabase(environment, (db) => readDeliveries(db, 1).sort((one, other) => one.id - other.id))
}

function inDatabase<Result>(environment: Environment, work: (db: Database) => Result): Result {
  const { db } = createContext(readConfig(environment), 'test')
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function isNotice({ message }: ReceivedMail): boolean {
  return /^Message-ID: <report\.\d+\.\w+\.notice-/im.test(message)
}

function noticesSent(): number {
  return mails.received.filter(isNotice).length
}

/** Whom reports went to, in order. */
function reports(received: readonly ReceivedMail[]): string[] {
  return received.filter((mail) => !isNotice(mail)).map(({ to }) => to[0])
}

function mostFor(received: readonly ReceivedMail[]): number {
  const counts = new Map<string, number>()
  for (const address of reports(received)) counts.set(address, (counts.get(address) ?? 0) + 1)
  return Math.max(...counts.values())
}
