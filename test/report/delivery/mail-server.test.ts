import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mailer } from '../../../server/platform/mailer.ts'
import { createMailer } from '../../../server/platform/mailer.ts'
import type { SmtpLimits } from '../../../server/platform/mail/smtp-limits.ts'
import { statement } from '../../../server/store/database.ts'
import { askAgain } from '../../../server/store/report-deliveries.ts'
import { writeRecipients } from '../../../server/store/report-recipients.ts'
import { startScriptedServer } from '../../support/smtp/scripted-server.ts'
import { testNow } from '../../support/test-context.ts'
import { saebyeokId } from '../sample-grid.ts'
import type { DeliveryAccount } from './delivery-account.ts'
import { deliveryAccount } from './delivery-account.ts'

const minute = 60_000
const limits: SmtpLimits = { connectMs: 300, silenceMs: 300, mailMs: 1_500, idleMs: 500 }
const names = ['a', 'b', 'c', 'd', 'e', 'f']
type Server = Awaited<ReturnType<typeof startScriptedServer>>
let account: DeliveryAccount & { schedule: number }
let servers: Server[]

beforeEach(() => {
  servers = []
})

afterEach(async () => {
  for (const server of servers) await server.close()
})

describe('a mail server that cannot be reached', () => {
  it('is asked once in a run, and everybody has their mail in the first run in which it is back', async () => {
    const dead = await started({})
    await dead.close()
    reportTo(names, mailerTo(dead))

    const first = await account.deliver()
    const second = await account.deliver({ now: testNow + 5 * minute })
    const back = await started({})
    account.ctx.mailer = mailerTo(back)
    const third = await account.deliver({ now: testNow + 10 * minute })

    expect(first).toMatchObject({ sent: 0, failed: 1, unknown: 0 })
    expect(first.notes[0]).toContain('could not be reached')
    expect(first.notes[1]).toBe('what is left waits for the mail server')
    expect(second).toMatchObject({ sent: 0, failed: 1 })
    expect(third).toMatchObject({ sent: 6, failed: 0, unknown: 0, notes: [] })
    expect(contents(back)).toBe(6)
  })

  it('does not use up the tries of the first recipient, however long it lasts', async () => {
    const dead = await started({})
    await dead.close()
    reportTo(names, mailerTo(dead))

    for (let i = 0; i < 20; i++) await account.deliver({ now: testNow + i * 5 * minute })

    expect(account.deliveries()).toMatchObject([{ outcome: 'failed', attempts: 20 }])
    expect(account.deliveries()[0].nextTryAt).not.toBeNull()
  })
})

describe('a mail server that wants fewer mails', () => {
  it.each(['421 4.7.0 too many', '450 4.7.1 too many mails'])(
    'and says %s is left alone until the next run, which loses nobody',
    async (answer) => {
      const server = await started({ RCPT: ['250 fine', '250 fine', answer, '250 fine'] })
      reportTo(names, mailerTo(server))

      const first = await account.deliver()
      const second = await account.deliver({ now: testNow + 5 * minute })

      expect(first).toMatchObject({ sent: 2, failed: 1 })
      expect(second).toMatchObject({ sent: 4, failed: 0 })
      expect(recipients(server)).toEqual(['a', 'b', 'c', 'c', 'd', 'e', 'f'])
      expect(contents(server)).toBe(6)
    },
  )
})

describe('a mail server that refuses one mail', () => {
  it.each(['451 4.7.1 greylisted', '550 5.1.1 no such user', '554 5.7.1 no'])(
    'with %s gets the others at once',
    async (answer) => {
      const server = await started({ RCPT: ['250 fine', answer, '250 fine'] })
      reportTo(names, mailerTo(server))

      const { sent, failed } = await account.deliver()

      expect({ sent, failed }).toEqual({ sent: 5, failed: 1 })
    },
  )
})

describe('a mail server that refuses every mail', () => {
  it('is given no more than ten, for each is never tried again', async () => {
    const server = await started({ RCPT: '554 5.7.1 you are blocked' })
    reportTo(
      Array.from({ length: 30 }, (_, i) => `r${i}`),
      mailerTo(server),
    )

    const { failed, notes } = await account.deliver()

    expect(failed).toBe(10)
    expect(notes.at(-1)).toBe('what is left waits for the mail server')
    expect(account.deliveries()).toHaveLength(10)
  })

  it('but addresses that are none say nothing of the others', async () => {
    const server = await started({ RCPT: '550 5.1.1 no such user' })
    reportTo(
      Array.from({ length: 12 }, (_, i) => `r${i}`),
      mailerTo(server),
    )

    expect(await account.deliver()).toMatchObject({ failed: 12 })
  })
})

describe('an address that would add lines', () => {
  it('gets nothing, nobody else does for it, and the history says why', async () => {
    const server = await started({})
    reportTo(['a'], mailerTo(server))
    const address = 'x@outside.example\r\nrcpt to:<y@outside.example'
    statement(account.ctx.db, 'update report_recipient set address = :address').run({ address })

    await account.deliver()

    expect(recipients(server)).toEqual(['admin'])
    expect(account.deliveries().find((one) => one.address === address)).toMatchObject({
      outcome: 'failed',
      nextTryAt: null,
      message: expect.stringContaining('is not an address mail can be sent to'),
    })
  })
})

describe('a report whose time zone is not known any more', () => {
  it('is not sent, says so, and keeps no other from being sent', async () => {
    const server = await started({})
    reportTo(['a'], mailerTo(server))
    account.addSchedule([account.viewer], { name: 'Other' })
    const { db } = account.ctx
    statement(db, "update report_schedule set zone = 'Asia/Soul' where name = 'Weekly'").run()

    const { sent, failed, notes } = await account.deliver()

    expect({ sent, failed }).toEqual({ sent: 1, failed: 1 })
    expect(notes[0]).toMatch(/^"Weekly" cannot be sent: .*Asia\/Soul.*; open the report and save it again$/)
    expect(recipients(server)).toEqual(['viewer'])
  })
})

describe('a mail server that takes mails and does not answer', () => {
  it('gets no third one, is then left alone ever longer, and nobody gets theirs twice', async () => {
    const server = await started({ content: 'silence' })
    reportTo(names, mailerTo(server))
    const handedOver: number[] = []
    for (let i = 0; i <= 24; i++) {
      await account.deliver({ now: testNow + i * 5 * minute })
      // The clock of this account stands still: settled at testNow.
      handedOver.push(contents(server))
    }

    expect(handedOver.slice(0, 4)).toEqual([2, 3, 3, 4])
    expect(handedOver.at(-1)).toBeLessThan(7)
    expect(new Set(recipients(server)).size).toBe(recipients(server).length)
  })

  it('is asked all the same when a person says so', async () => {
    const server = await started({ content: ['silence', 'silence', '250 kept'] })
    reportTo(names, mailerTo(server))
    await account.deliver()
    const [unknown] = account.deliveries()
    askAgain(account.ctx.db, unknown.id, testNow)

    const { sent, notes } = await account.deliver({ now: testNow + minute })

    expect(sent).toBe(1)
    expect(notes).toEqual([
      'the mail server took mails and gave no answer; it is left alone until 2026-11-16T00:05:00.000Z',
    ])
    expect(recipients(server)).toEqual(['a', 'b', 'a'])
  })

  it('for one mail only: the others go out, and the owner is told', async () => {
    const server = await started({ content: ['250 kept', 'drop', '250 kept'] })
    reportTo(names, mailerTo(server))

    const { sent, unknown, notes } = await account.deliver()

    expect({ sent, unknown }).toEqual({ sent: 5, unknown: 1 })
    expect(notes.at(-1)).toBe('"Weekly": its owner was told')
    expect(recipients(server)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'admin'])
  })
})

describe('a run', () => {
  it('ends between two mails when asked to, also while it waits for its turn', async () => {
    const server = await started({})
    reportTo(names, mailerTo(server, 1))
    const stop = new AbortController()

    const running = account.deliver({ signal: stop.signal })
    await expect.poll(() => contents(server)).toBe(1)
    stop.abort()

    expect(await running).toMatchObject({ sent: 1, failed: 0, unknown: 0 })
    expect(account.outcomes()).toEqual({ 'a@outside.example': 'sent' })
  })

  it('lets other jobs have their turn after five minutes, and the next one goes on', async () => {
    const server = await started({})
    reportTo(names, mailerTo(server))
    let now = testNow
    account.ctx.clock = { now: () => (now += 0.5 * minute) }

    const first = await account.deliver()
    let sent = first.sent
    for (let i = 0; i < 5; i++) {
      now = testNow
      sent += (await account.deliver()).sent
    }

    expect(first.sent).toBeLessThan(6)
    expect(first.notes).toEqual(['what is left goes out with the next run'])
    expect(sent).toBe(6)
    expect(recipients(server)).toEqual(names)
  })
})

describe('a store that is full when a mail was sent', () => {
  it('never has it sent again by itself', async () => {
    const server = await started({})
    reportTo(names.slice(0, 1), mailerTo(server))
    const { db } = account.ctx
    db.exec(`create temp trigger full before update of outcome on report_delivery when new.outcome = 'sent'
      begin select raise(abort, 'database or disk is full'); end`)
    const first = await account.deliver()
    db.exec('drop trigger full')

    const second = await account.deliver({ now: testNow + 60 * minute })

    expect(first).toMatchObject({ sent: 0, failed: 1 })
    expect(second).toMatchObject({ unknown: 1 })
    expect(recipients(server)).toEqual(['a', 'admin'])
  })
})

/** A report that is due to people without accounts, in the order of their names. */
function reportTo(recipientNames: readonly string[], mailer: Mailer): void {
  account = deliveryAccount({ mailer })
  // One brand and one figure: what is drawn takes longer than what is shown here.
  statement(account.ctx.db, 'update report_schedule set brands = :brands, metrics = :metrics').run({
    brands: `[${saebyeokId}]`,
    metrics: '["demand"]',
  })
  writeRecipients(account.ctx.db, account.schedule, {
    personIds: [],
    groupIds: [],
    addresses: recipientNames.map((name) => ({
      address: `${name}@outside.example`,
      name: null,
      language: 'en' as const,
      brandIds: null,
    })),
  })
}

async function started(answers: Parameters<typeof startScriptedServer>[0]): Promise<Server> {
  const server = await startScriptedServer(answers)
  servers.push(server)
  return server
}

function mailerTo({ port }: Server, mailsPerMinute = 60_000): Mailer {
  const smtpUrl = `smtp://127.0.0.1:${port}`
  const config = { smtpUrl, mailsPerMinute, mailFrom: 'Cutover <cutover@demo.example>', outboxDirectory: '' }
  return createMailer(config, limits)
}

/** Mails that were handed over whole. */
function contents({ seen }: Server): number {
  return seen.filter((step) => step === 'content').length
}

/** Whom the server was told of, in order. */
function recipients({ seen }: Server): string[] {
  return seen.flatMap((step) => /^RCPT TO:<([^@]+)@/.exec(step)?.[1] ?? [])
}
