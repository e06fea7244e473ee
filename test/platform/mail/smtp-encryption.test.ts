import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SMTPServerOptions } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../server/platform/config.ts'
import { mustEncrypt, smtpServerOf } from '../../../server/platform/mail/smtp-server.ts'
import { certificate, certificateKey } from '../../support/smtp/certificate.ts'
import { startMailServer } from '../../support/smtp/mail-server.ts'
import { startScriptedServer } from '../../support/smtp/scripted-server.ts'
import { afterwards, failureOf, mail, mailerTo, temporaryDirectory } from './sample-mail.ts'

const encrypted: SMTPServerOptions = { key: certificateKey, cert: certificate, disabledCommands: [] }

describe.each([
  ['smtps', { ...encrypted, secure: true }],
  ['smtp', { ...encrypted, secure: false }],
])('a mail server that is encrypted (%s://) with a certificate nobody knows', (scheme, options) => {
  it('gets nothing, and the failure says what to do', async () => {
    const { port, received } = await mailServer(options)

    const failure = await failureOf(mailerTo(`${scheme}://localhost:${port}`).send(mail))

    expect(failure).toMatchObject({
      name: 'MailServerError',
      trouble: 'encryption',
      message:
        'no safe connection to the mail server (self-signed certificate); name the file with the certificate of its authority in SMTP_CA_FILE',
    })
    expect(received).toEqual([])
  })

  it('gets mails once its authority is named', async () => {
    const { port, received } = await mailServer(options)

    await mailerTo(`${scheme}://localhost:${port}`, { smtpCaFile: certificateFile() }).send(mail)

    expect(received.map(({ to }) => to)).toEqual([['manager@demo.example']])
  })
})

describe('a connection that cannot be encrypted', () => {
  it('fails where plain words come instead of encrypted ones', async () => {
    const { port } = await mailServer({})

    expect(await failureOf(mailerTo(`smtps://localhost:${port}`).send(mail))).toMatchObject({
      trouble: 'encryption',
      message: expect.stringContaining('smtp:// or smtps:// in SMTP_URL'),
    })
  })

  it('fails where the server offers STARTTLS and then refuses it', async () => {
    const { port, close } = await startScriptedServer({ EHLO: '250-here\r\n250 STARTTLS' })
    afterwards(close)

    expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))).toMatchObject({
      name: 'MailServerError',
      trouble: 'encryption',
    })
  })
})

describe('signing in', () => {
  const names = { user: 'reports@demo.example', pass: 'p@ss/word' }
  const signsIn: SMTPServerOptions = {
    ...encrypted,
    secure: true,
    authOptional: false,
    onAuth: ({ username, password }, _session, answer) =>
      username === names.user && password === names.pass
        ? answer(null, { user: username })
        : answer(new Error('wrong password')),
  }
  const urlWith = (pass: string, port: number) =>
    `smtps://${encodeURIComponent(names.user)}:${encodeURIComponent(pass)}@localhost:${port}`

  it('works with letters that mean something in an address', async () => {
    const { port, received } = await mailServer(signsIn)

    await mailerTo(urlWith(names.pass, port), { smtpCaFile: certificateFile() }).send(mail)

    expect(received).toHaveLength(1)
  })

  it('that is refused is about the server, not about the mail', async () => {
    const { port } = await mailServer(signsIn)
    const mailer = mailerTo(urlWith('wrong', port), { smtpCaFile: certificateFile() })

    expect(await failureOf(mailer.send(mail))).toMatchObject({
      name: 'MailServerError',
      trouble: 'sign_in',
      status: 535,
      message: expect.stringContaining('check user and password in SMTP_URL'),
    })
  })

  it('that is not offered is not taken for signed in', async () => {
    const { port, received } = await mailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })

    expect(await failureOf(mailerTo(`smtp://someone:secret@127.0.0.1:${port}`).send(mail))).toMatchObject({
      trouble: 'sign_in',
      message: expect.stringContaining('offers no sign-in on this connection'),
    })
    expect(received).toEqual([])
  })
})

it('a password goes unencrypted to this machine only', () => {
  const urls = ['smtp://mail.example', 'smtp://a:b@mail.example', 'smtp://a:b@127.0.0.1', 'smtp://a:b@[::1]']

  expect(urls.map((url) => mustEncrypt(smtpServerOf(url, null)))).toEqual([false, true, false, false])
})

describe('the setting', () => {
  const usual = {
    ZENDESK_SUBDOMAIN: 'acme',
    ZENDESK_CLIENT_ID: 'client',
    APP_SECRET: 'a secret of at least sixteen characters',
  }

  it('SMTP_CA_FILE names a file with a certificate', () => {
    const notOne = join(temporaryDirectory(), 'empty.pem')
    writeFileSync(notOne, 'nothing')

    expect(readConfig({ ...usual, SMTP_CA_FILE: certificateFile() }).mail.smtpCaFile).toMatch(/ca\.pem$/)
    for (const file of [notOne, '/there/is/none.pem'])
      expect(() => readConfig({ ...usual, SMTP_CA_FILE: file })).toThrow(
        'SMTP_CA_FILE must name a file that holds a certificate in PEM form',
      )
  })

  it('SMTP_URL takes no options, so that none can switch the checks off', () => {
    const url = 'smtp://mail.example?tls.rejectUnauthorized=false'

    expect(() => readConfig({ ...usual, SMTP_URL: url })).toThrow(
      'SMTP_URL takes nothing after the host and the port',
    )
  })

  it('SMTP_MAILS_PER_MINUTE is a number, and MAIL_FROM one address', () => {
    expect(() =>
      readConfig({ ...usual, SMTP_MAILS_PER_MINUTE: '0', MAIL_FROM: 'Cutover\r\nBcc: a@b.example' }),
    ).toThrow(/SMTP_MAILS_PER_MINUTE must be a whole number[^]*MAIL_FROM must be one address/)
  })
})

async function mailServer(options: SMTPServerOptions) {
  const started = await startMailServer(options)
  afterwards(started.close)
  return started
}

function certificateFile(): string {
  const file = join(temporaryDirectory(), 'ca.pem')
  writeFileSync(file, certificate)
  return file
}
