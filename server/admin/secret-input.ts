import { createInterface } from 'node:readline/promises'
import { text as readText } from 'node:stream/consumers'
import { Writable } from 'node:stream'

/** Where secrets come in: never by the command line, which other users of the machine can read. */
export type SecretInput = {
  /** True when somebody sits there to be asked; else everything comes at once. */
  canAsk: boolean
  /** Asks for one secret without showing it; empty when the answer is empty. */
  ask(question: string): Promise<string>
  /** All that was piped in. */
  readAll(): Promise<string>
}

/** The terminal, or what is piped into the program. */
export function terminalInput(): SecretInput {
  return {
    canAsk: process.stdin.isTTY,
    async ask(question) {
      process.stderr.write(`${question}: `)
      // What is typed is shown nowhere.
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
      const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
      try {
        return (await terminal.question('')).trim()
      } finally {
        terminal.close()
        process.stderr.write('\n')
      }
    },
    readAll: () => readText(process.stdin),
  }
}
