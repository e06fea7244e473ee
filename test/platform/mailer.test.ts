import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { createMailer } from '../../server/platform/mailer.ts'
import { usualLimits } from '../../server/platform/mail/smtp-limits.ts'
import { smtpMailer } from '../../server/platform/mail/smtp-mailer.ts'
import { smtpServerOf } from '../../server/platform/mail/smtp-server.ts'
import { turnsOf } from '../../server/platform/mail/turns.ts'
import { startMailServer } from '../support/smtp/mail-server.ts'
import { startScriptedServer } from '../support/smtp/scripted-server.ts'
import { afterwards, failureOf, mail, mailerTo, temporaryDirectory } from './mail/sample-mail.ts'

describe('a mail over SMTP', () => {
  it('arrives as it was written', async () => {
    const { port, received } = await mailServer()

    const { response } = await mailerTo(`smtp://127.0.0.1:${port}`).send(mail)

    expect(response).toMatch(/^250/)
    expectSample(await simpleParser(received[0].message))
    expect(received[0]).toMatchObject({ from: 'cutover@demo.example', to: ['manager@demo.example'] })
  })

  it('has a subject of plain ASCII on the wire', async () => {
    const { port, received } = await mailServer()

    await mailerTo(`smtp://127.0.0.1:${port}`).send(mail)

    expect(received[0].message).toMatch(/^Subject: =\?UTF-8\?/m)
    expect([...received[0].message].every((letter) => letter.charCodeAt(0) < 128)).toBe(true)
  })

  it('tells how large it was', async () => {
    const { port, received } = await mailServer()

    const { bytes } = await mailerTo(`smtp://127.0.0.1:${port}`).send(mail)

    expect(Math.abs(bytes - received[0].message.length)).toBeLessThan(5)
  })

  it('fails when nobody listens', async () => {
    const { port, close } = await mailServer()
    await close()

    await expect(mailerTo(`smtp://127.0.0.1:${port}`).send(mail)).rejects.toMatchObject({
      name: 'MailServerError',
      trouble: 'unreachable',
      message: expect.stringContaining('check SMTP_URL'),
    })
  })

  it('makes the next ones wait longer where the server asked for fewer', async () => {
    const { port, close } = await startScriptedServer({ MAIL: ['421 too many', '250 fine'] })
    afterwards(close)
    const turns = turnsOf(600)
    const server = smtpServerOf(`smtp://127.0.0.1:${port}`, null)
    const mailer = smtpMailer(server, { from: 'cutover@demo.example', turns, limits: usualLimits })
    afterwards(() => mailer.rest?.())

    await failureOf(mailer.send(mail))
    await mailer.send(mail)

    expect(turns.perMinute()).toBe(300)
  })

  it('gives up its turn when asked to stop', async () => {
    const mailer = mailerTo('smtp://127.0.0.1:1', { mailsPerMinute: 1 })
    const stop = new AbortController()
    await mailer.turn?.(stop.signal)
    const waiting = mailer.turn?.(stop.signal)
    stop.abort()

    await expect(waiting).rejects.toThrow()
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

async function mailServer() {
  const started = await startMailServer()
  afterwards(started.close)
  return started
}
