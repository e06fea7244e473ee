// Loaded before a program: ends it the hard way right before or after the n-th statement that a pattern matches, values
// included. KILL_AT holds these three as JSON.
import { env, kill, pid } from 'node:process'
import BetterSqlite3 from 'better-sqlite3'

const { pattern, when, count } = JSON.parse(env.KILL_AT)
const wanted = new RegExp(pattern, 's')
const probe = new BetterSqlite3(':memory:')
const statements = Object.getPrototypeOf(probe.prepare('select 1'))
probe.close()

let matches = 0
for (const name of ['run', 'get']) {
  const original = statements[name]
  statements[name] = function (...parameters) {
    const isDue = wanted.test(`${this.source} ${JSON.stringify(parameters)}`) && ++matches === count
    if (isDue && when === 'before') kill(pid, 'SIGKILL')
    const result = original.apply(this, parameters)
    if (isDue) kill(pid, 'SIGKILL')
    return result
  }
}
