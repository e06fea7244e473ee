import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import type { Mail, Mailer } from '../../server/platform/mailer.ts'
import { UnansweredMailError, createMailer } from '../../server/platform/mailer.ts'
import { UpstreamError } from '../../server/platform/problem.ts'

const mail: Mail = {
  to: 'manager@demo.example',
  subject: 'Cutover: 하늘 코스메틱 고객 만족도(CSAT) 12.0%p 하락, 첫 응답 시간 38% 단축 — 11월 9~15일 주간',
  text: '메시징 전환 이후\n첫 응답 시간이 38% 짧아졌습니다.\n',
  html: '<p>첫 응답 시간이 <b>38%</b> 짧아졌습니다.</p>',
  messageId: '<weekly.1.2.2026-11-09@cutover.example>',
  date: new Date('2026-11-16T00:00:00Z'),
  headers: { 'Auto-Submitted': 'auto-generated' },
}
const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

describe('a mail over SMTP', () => {
  it('arrives as it was written', async () => {
    const { mailer, received } = await smtp()

    const { response } = await mailer.send(mail)

    expect(response).toMatch(/^250/)
    expectSample(await simpleParser(received[0].message))
    expect(received[0]).toMatchObject({ from: 'cutover@demo.example', to: ['manager@demo.example'] })
  })

  it('has a subject of plain ASCII on the wire', async () => {
    const { mailer, received } = await smtp()

    await mailer.send(mail)

    expect(received[0].message).toMatch(/^Subject: =\?UTF-8\?/m)
    expect([...received[0].message].every((letter) => letter.charCodeAt(0) < 128)).toBe(true)
  })

  it('takes an address for one address', async () => {
    const { mailer, received } = await smtp()

    await mailer.send({ ...mail, to: 'a@demo.example, b@demo.example' }).catch(() => undefined)

    expect(received.flatMap(({ to }) => to)).not.toContain('b@demo.example')
  })

  it('fails with what to check when the server refuses', async () => {
    const { mailer } = await smtp({
      onRcptTo: (_address, _session, answer) =>
        answer(Object.assign(new Error('no such user'), { responseCode: 550 })),
    })

    const error = await mailer.send(mail).catch((caught: unknown) => caught)

    expect(error).toBeInstanceOf(UpstreamError)
    expect(error).toMatchObject({
      status: 550,
      refused: 'address',
      mayBeTakenLater: false,
      message: expect.stringContaining('check the address'),
    })
  })

  it('fails when the server refuses after the content', async () => {
    const { mailer } = await smtp({
      onData: (stream, _session, answer) => {
        stream.resume()
        stream.on('end', () => answer(Object.assign(new Error('too busy'), { responseCode: 451 })))
      },
    })

    await expect(mailer.send(mail)).rejects.toMatchObject({
      name: 'MailRefusedError',
      status: 451,
      refused: 'mail',
      mayBeTakenLater: true,
    })
  })

  it('does not take a full mailbox or a refused sender for an address that does not exist', async () => {
    const full = await smtp({
      onRcptTo: (_address, _session, answer) =>
        answer(Object.assign(new Error('mailbox full'), { responseCode: 552 })),
    })
    const sender = await smtp({
      onMailFrom: (_address, _session, answer) =>
        answer(Object.assign(new Error('not you'), { responseCode: 550 })),
    })

    await expect(full.mailer.send(mail)).rejects.toMatchObject({ status: 552, refused: 'mail' })
    await expect(sender.mailer.send(mail)).rejects.toMatchObject({ status: 550, refused: 'mail' })
  })

  it('may be taken later when the sign-in is refused, for that can be put right', async () => {
    const { port } = await smtp({
      authOptional: false,
      onAuth: (_auth, _session, answer) => answer(new Error('wrong password')),
    })

    const mailer = createMailer({
      smtpUrl: `smtp://someone:wrong@127.0.0.1:${port}`,
      mailFrom: 'Cutover <cutover@demo.example>',
      outboxDirectory: temporaryDirectory(),
    })

    await expect(mailer.send(mail)).rejects.toMatchObject({
      status: 535,
      refused: 'sign_in',
      mayBeTakenLater: true,
    })
  })

  it('tells how large it was', async () => {
    const { mailer, received } = await smtp()

    const { bytes } = await mailer.send(mail)

    expect(Math.abs(bytes - received[0].message.length)).toBeLessThan(5)
  })

  it('fails when nobody listens', async () => {
    const { mailer, close } = await smtp()
    await close()

    await expect(mailer.send(mail)).rejects.toMatchObject({
      name: 'UpstreamError',
      message: expect.stringContaining('check SMTP_URL'),
    })
  })

  it('is of unknown fate when the connection breaks after the content', async () => {
    const sockets: { destroy(): void }[] = []
    const { mailer, server } = await smtp({
      onData: (stream) => {
        stream.resume()
        stream.on('end', () => sockets.forEach((socket) => socket.destroy()))
      },
    })
    server.server.on('connection', (socket) => sockets.push(socket))

    await expect(mailer.send(mail)).rejects.toBeInstanceOf(UnansweredMailError)
  })
})

describe('a mail without SMTP', () => {
  it('is a file that a mail program opens', async () => {
    const outboxDirectory = temporaryDirectory()
    const mailer = createMailer({
      smtpUrl: null,
      mailFrom: 'Cutover <cutover@demo.example>',
      outboxDirectory,
    })

    const { response } = await mailer.send(mail)

    expect(readdirSync(outboxDirectory)).toEqual(['2026-11-16-weekly.1.2.2026-11-09@cutover.example.eml'])
    expect(response).toBe('written to 2026-11-16-weekly.1.2.2026-11-09@cutover.example.eml')
    expectSample(await simpleParser(readFileSync(join(outboxDirectory, readdirSync(outboxDirectory)[0]))))
  })
})

function expectSample(parsed: ParsedMail): void {
  expect(parsed.subject).toBe(mail.subject)
  expect(parsed.messageId).toBe(mail.messageId)
  expect(parsed.date).toEqual(mail.date)
  expect(parsed.text).toBe(mail.text)
  expect(parsed.html).toBe(mail.html)
  expect(parsed.from?.text).toBe('"Cutover" <cutover@demo.example>')
  expect(parsed.to).toMatchObject({ text: 'manager@demo.example' })
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
}

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'cutover-outbox-'))
  cleanUps.push(() => rmSync(directory, { recursive: true }))
  return directory
}

type Received = { from: string | null; to: string[]; message: string }

/** A mail server of its own on a free port, and a mailer that talks to it. */
async function smtp(options: SMTPServerOptions = {}): Promise<{
  mailer: Mailer
  received: Received[]
  server: SMTPServer
  port: number
  close(): Promise<void>
}> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom === false ? null : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          message: Buffer.concat(chunks).toString('latin1'),
        })
        answer()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await new Promise<void>((closed) => server.close(() => closed()))
  }
  cleanUps.push(close)
  const mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Cutover <cutover@demo.example>',
    outboxDirectory: temporaryDirectory(),
  })
  return { mailer, received, server, port, close }
}
