import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { startMailServer } from '../../support/smtp/mail-server.ts'
import { startScriptedServer } from '../../support/smtp/scripted-server.ts'
import { afterwards, failureOf, mail, mailerTo } from './sample-mail.ts'

describe('an address', () => {
  it.each([
    'a@demo.example, b@demo.example',
    'a@demo.example\r\nBcc: b@demo.example',
    'a@demo.example>\r\nRCPT TO:<b@demo.example',
    'A <a@demo.example>',
    'friends: a@demo.example;',
    '"a@demo.example, b"@demo.example',
    'a@demo.example(b@demo.example)',
    'a@[127.0.0.1]',
    '@relay.example:a@demo.example',
    'a b@demo.example',
    'a..b@demo.example',
    'a@',
    '@demo.example',
    'nobody',
    '',
    `${'a'.repeat(65)}@demo.example`,
    `a@${'demo.'.repeat(60)}example`,
  ])('such as %j never reaches the wire', async (to) => {
    const { port, seen, close } = await startScriptedServer({})
    afterwards(close)

    const failure = await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send({ ...mail, to }))

    expect(failure).toMatchObject({
      name: 'MailRefusedError',
      refused: 'address',
      mayBeTakenLater: false,
      message: expect.stringContaining('is not an address mail can be sent to'),
    })
    expect(seen).toEqual([])
  })

  it('of another script goes to servers that take it', async () => {
    const { port, received, close } = await startMailServer()
    afterwards(close)

    await mailerTo(`smtp://127.0.0.1:${port}`).send({ ...mail, to: '김하나@회사.한국' })

    expect(received.map(({ to }) => to)).toEqual([['김하나@회사.한국']])
    const parsed = await simpleParser(received[0].message)
    expect(parsed.to).toMatchObject({ text: '김하나@회사.한국' })
  })

  it('with a domain of another script goes to every server, in the form of the wire', async () => {
    const { port, seen, close } = await startScriptedServer({})
    afterwards(close)

    await mailerTo(`smtp://127.0.0.1:${port}`).send({ ...mail, to: 'partner@회사.한국' })

    expect(seen).toContain('RCPT TO:<partner@xn--vf4b131b.xn--3e0b707e>')
  })

  it('of another script is not shown to a server that would not understand it', async () => {
    const { port, seen, close } = await startScriptedServer({})
    afterwards(close)

    expect(
      await failureOf(mailerTo(`smtp://127.0.0.1:${port}`).send({ ...mail, to: '김하나@demo.example' })),
    ).toMatchObject({ refused: 'mail', message: expect.stringContaining('use another address') })
    expect(seen.some((step) => step.startsWith('MAIL'))).toBe(false)
  })
})

describe('what stands in a header', () => {
  it('stays on its line, whatever a name or a subject holds', async () => {
    const { port, received, close } = await startMailServer()
    afterwards(close)

    await mailerTo(`smtp://127.0.0.1:${port}`).send({
      ...mail,
      subject: 'News\r\nBcc: b@demo.example\r\n\r\n<script>',
      headers: { 'Content-Language': 'ko\r\nBcc: c@demo.example' },
      attachments: [
        {
          filename: 'a\r\nBcc: d@demo.example.csv',
          content: Buffer.from('x'),
          contentType: 'text/csv\r\nBcc: e@demo.example',
        },
      ],
    })

    const parsed = await simpleParser(received[0].message)
    expect(received[0].to).toEqual(['manager@demo.example'])
    expect(parsed.bcc).toBeUndefined()
    expect(received[0].message).not.toMatch(/^Bcc:/im)
    expect(parsed.subject).toBe('News Bcc: b@demo.example <script>')
  })
})

describe('a mail that is larger than the server takes', () => {
  it('is not shown to it, and the failure says what to do', async () => {
    const { port, received, close } = await startMailServer({ size: 1_000_000 })
    afterwards(close)
    const attachment = { filename: 'a.csv', content: Buffer.alloc(1_000_000, 'x'), contentType: 'text/csv' }

    const failure = await failureOf(
      mailerTo(`smtp://127.0.0.1:${port}`).send({ ...mail, attachments: [attachment] }),
    )

    expect(failure).toMatchObject({
      name: 'MailRefusedError',
      refused: 'mail',
      mayBeTakenLater: false,
      message: expect.stringContaining('choose fewer attachments or brands'),
    })
    expect(received).toEqual([])
  })
})
