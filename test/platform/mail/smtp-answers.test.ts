import { describe, expect, it } from 'vitest'
import type { Moment } from '../../support/smtp/scripted-server.ts'
import { startScriptedServer } from '../../support/smtp/scripted-server.ts'
import { afterwards, failureOf, mail, mailerTo } from './sample-mail.ts'

const server = { name: 'MailServerError' }
const refused = { name: 'MailRefusedError' }

describe('a mail server that answers no', () => {
  it.each([
    // Not yet, at each step.
    ['connect', '421 busy', { ...server, trouble: 'busy', status: 421 }],
    ['connect', '450 not now', { ...server, trouble: 'unreachable', status: 450 }],
    ['EHLO', '421 going down', { ...server, trouble: 'busy', status: 421 }],
    ['MAIL', '451 no room', { ...server, trouble: 'busy', status: 451 }],
    ['RCPT', '451 4.7.1 greylisted', { ...refused, refused: 'mail', mayBeTakenLater: true }],
    ['RCPT', '452 4.2.2 over quota', { ...refused, refused: 'mail', mayBeTakenLater: true }],
    ['RCPT', '450 4.7.1 too many mails', { ...server, trouble: 'busy', status: 450 }],
    ['DATA', '451 not now', { ...refused, refused: 'mail', mayBeTakenLater: true }],
    ['content', '451 4.3.0 not now', { ...refused, refused: 'mail', mayBeTakenLater: true }],
    ['content', '421 4.7.28 rate limit', { ...server, trouble: 'busy', status: 421 }],
    // Never, at each step.
    ['connect', '554 no mail from you', { ...server, trouble: 'unreachable', status: 554 }],
    ['MAIL', '530 5.7.0 sign in first', { ...server, trouble: 'sign_in', status: 530 }],
    ['MAIL', '553 not your address', { ...server, trouble: 'sender', status: 553 }],
    ['MAIL', '552 5.3.4 too large', { ...refused, refused: 'mail', mayBeTakenLater: false }],
    ['RCPT', '550 5.1.1 no such user', { ...refused, refused: 'address', mayBeTakenLater: false }],
    ['RCPT', '550 no such user', { ...refused, refused: 'address', status: 550 }],
    ['RCPT', '550 5.7.1 you are blocked', { ...refused, refused: 'mail', mayBeTakenLater: false }],
    ['RCPT', '552 5.2.2 mailbox full', { ...refused, refused: 'mail', mayBeTakenLater: false }],
    ['DATA', '554 no valid recipients', { ...refused, refused: 'mail', mayBeTakenLater: false }],
    ['content', '554 5.7.1 spam', { ...refused, refused: 'mail', mayBeTakenLater: false }],
    ['content', '552 5.3.4 too large', { ...refused, refused: 'mail', mayBeTakenLater: false }],
  ] as const)('at %s with "%s" is told apart', async (moment: Moment, answer, expected) => {
    const { port } = await scripted({ [moment]: answer })

    expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))).toMatchObject(expected)
  })

  it('says what it said on one line, and what to do', async () => {
    const { port } = await scripted({ RCPT: '550-5.1.1 nobody here\r\n550 5.1.1 of that name' })

    const failure = await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))

    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /^the mail server knows no such recipient \(.*550-5\.1\.1 nobody here 550 5\.1\.1 of that name\); check the address$/,
      ),
    })
  })

  it('never gets the password into what is told', async () => {
    const encoded = Buffer.from('\0someone\0a secret').toString('base64')
    const { port } = await scripted({
      EHLO: '250-here\r\n250 AUTH PLAIN',
      AUTH: `535 wrong: a secret, ${encoded}`,
    })

    const failure = await failureOf(mailerTo(`smtp://someone:a%20secret@127.0.0.1:${port}`).send(mail))

    expect(failure).toMatchObject({
      trouble: 'sign_in',
      message: expect.stringContaining('check user and password in SMTP_URL'),
    })
    expect(String(failure)).not.toContain('a secret')
    expect(String(failure)).not.toContain(encoded)
  })
})

describe('a mail server that falls silent', () => {
  it.each(['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)(
    'at %s has not taken the mail',
    async (moment) => {
      const { port } = await scripted({ [moment]: 'silence' })

      expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))).toMatchObject({
        ...server,
        trouble: 'unreachable',
        status: null,
      })
    },
  )

  it('after the content may have taken it', async () => {
    const { port } = await scripted({ content: 'silence' })

    expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))).toMatchObject({
      name: 'UnansweredMailError',
      message: expect.stringContaining('ask the recipient before sending again'),
    })
  })

  it('is not waited for longer than one mail may take, though it says something all the time', async () => {
    const answers = Array.from({ length: 100 }, (_, i) => `250-still thinking ${i}`)
    const { port } = await scripted({ MAIL: `${answers.join('\r\n')}\r\n250-` })
    const limits = { silenceMs: 60_000, mailMs: 300 }

    expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`, { limits }).send(mail))).toMatchObject({
      ...server,
      message: expect.stringContaining('it took too long'),
    })
  })
})

describe('a mail server that hangs up', () => {
  it.each(['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)(
    'at %s has not taken the mail',
    async (moment) => {
      const { port } = await scripted({ [moment]: 'drop' })

      expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))).toMatchObject({
        ...server,
        trouble: 'unreachable',
      })
    },
  )

  it('after the content may have taken it', async () => {
    const { port } = await scripted({ content: 'drop' })

    expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(mail))).toMatchObject({
      name: 'UnansweredMailError',
    })
  })

  it('before it has read the end of a large mail has not taken it', async () => {
    const { port } = await scripted({ DATA: 'choke' })
    const content = Buffer.alloc(30_000_000, 'x')
    const large = { ...mail, attachments: [{ filename: 'a.bin', content, contentType: 'text/plain' }] }

    expect(await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send(large))).toMatchObject(server)
  })
})

describe('a connection', () => {
  it('is used for the next mail after a yes, and only then', async () => {
    const { port, seen } = await scripted({ RCPT: ['250 fine', '250 fine', '550 no', '250 fine'] })
    const mailer = mailerTo(`smtp://127.0.0.1:${port}`)

    for (const to of ['a', 'b', 'c', 'd']) await failureOf(mailer.send({ ...mail, to: `${to}@demo.example` }))

    expect(seen.filter((step) => /^(connect|RCPT|content)/.test(step))).toEqual([
      'connect',
      'RCPT TO:<a@demo.example>',
      'content',
      'RCPT TO:<b@demo.example>',
      'content',
      'RCPT TO:<c@demo.example>',
      'connect',
      'RCPT TO:<d@demo.example>',
      'content',
    ])
  })

  it.each(['drop', '421 idle for too long'])(
    'that ended meanwhile (%s) is made anew, for nothing of the mail was handed over',
    async (ending) => {
      const { port, seen } = await scripted({ MAIL: ['250 fine', ending, '250 fine'] })
      const mailer = mailerTo(`smtp://127.0.0.1:${port}`)

      await mailer.send(mail)
      const { response } = await mailer.send(mail)

      expect(response).toBe('250 kept')
      expect(seen.filter((step) => step === 'connect' || step === 'content')).toEqual([
        'connect',
        'content',
        'connect',
        'content',
      ])
    },
  )

  it('that breaks after the content is never tried again by itself', async () => {
    const { port, seen } = await scripted({ content: ['250 kept', 'drop', '250 kept'] })
    const mailer = mailerTo(`smtp://127.0.0.1:${port}`)

    await mailer.send(mail)
    const failure = await failureOf(mailer.send(mail))

    expect(failure).toMatchObject({ name: 'UnansweredMailError' })
    expect(seen.filter((step) => step === 'content')).toHaveLength(2)
  })

  it('is ended politely when no mail follows', async () => {
    const { port, seen } = await scripted({})
    const mailer = mailerTo(`smtp://127.0.0.1:${port}`)

    await mailer.send(mail)
    mailer.rest?.()
    await expect.poll(() => seen.at(-1)).toBe('QUIT')
  })
})

async function scripted(answers: Parameters<typeof startScriptedServer>[0]) {
  const started = await startScriptedServer(answers)
  afterwards(started.close)
  return started
}
