import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'

export type ReceivedMail = { from: string; to: string[]; message: string }

/** A mail server as there are many, on a free port of this machine; keeps what it is given. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<{
  port: number
  received: ReceivedMail[]
  server: SMTPServer
  /** Connections that were ever opened. */
  connections(): number
  close(): Promise<void>
}> {
  const received: ReceivedMail[] = []
  let connections = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData: (stream, { envelope }, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          message: Buffer.concat(pieces).toString('utf8'),
        })
        answer()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.server.on('connection', () => (connections += 1))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  let isOpen = true
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    server,
    connections: () => connections,
    async close() {
      if (!isOpen) return
      isOpen = false
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}
