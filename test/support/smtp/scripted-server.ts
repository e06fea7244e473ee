import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'

/** What a client does that an answer can be given to; the verb of a command, or one of the two others. */
export type Moment = 'connect' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'content' | 'RSET' | 'QUIT'

/** A line to answer with, nothing at all, or the end of the connection: at once, or a while after it stopped reading. */
export type Answer = string | 'silence' | 'drop' | 'choke'

const CHOKING_MS = 100

const usual: Record<Moment, Answer> = {
  connect: '220 ready',
  EHLO: '250 here',
  AUTH: '235 welcome',
  MAIL: '250 fine',
  RCPT: '250 fine',
  DATA: '354 go on',
  content: '250 kept',
  RSET: '250 fine',
  QUIT: '221 bye',
}

/**
 * A mail server that does as it is told, well-behaved or not.
 * @param answers one for each time, or a list to go through whose last one stays
 */
export async function startScriptedServer(answers: Partial<Record<Moment, Answer | readonly Answer[]>>) {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const times = new Map<Moment, number>()

  function answerTo(moment: Moment): Answer {
    const time = times.get(moment) ?? 0
    times.set(moment, time + 1)
    const given = answers[moment] ?? (moment in usual ? usual[moment] : '500 what?')
    return typeof given === 'string' ? given : (given[time] ?? given[given.length - 1])
  }

  function react(socket: Socket, moment: Moment): Answer {
    const answer = answerTo(moment)
    if (answer === 'drop') socket.destroy()
    else if (answer === 'choke') {
      socket.write(`${usual[moment]}\r\n`)
      socket.pause()
      setTimeout(() => socket.destroy(), CHOKING_MS)
    } else if (answer !== 'silence') socket.write(`${answer}\r\n`)
    if (moment === 'QUIT') socket.end()
    return answer
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let rest = ''
    let isContent = false
    seen.push('connect')
    react(socket, 'connect')
    socket.on('data', (bytes) => {
      rest += bytes.toString('utf8')
      for (;;) {
        const end = rest.indexOf(isContent ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const line = rest.slice(0, end)
        rest = rest.slice(end + (isContent ? 5 : 2))
        const moment = isContent ? 'content' : (line.split(/[ :]/)[0].toUpperCase() as Moment)
        seen.push(isContent ? 'content' : line)
        const answer = react(socket, moment)
        isContent = moment === 'DATA' && answer === usual.DATA
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    /** What clients did, in order: 'connect', each command, and 'content' for a mail that was whole. */
    seen,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}
