// Loaded before a program: ends it the hard way right before its FAIL_POINT-th write statement, begin and commit included.
import { env, kill, pid } from 'node:process'
import BetterSqlite3 from 'better-sqlite3'

const failPoint = Number(env.FAIL_POINT)
const probe = new BetterSqlite3(':memory:')
const statements = Object.getPrototypeOf(probe.prepare('select 1'))
probe.close()

const run = statements.run
let writes = 0
statements.run = function (...parameters) {
  if (++writes === failPoint) kill(pid, 'SIGKILL')
  return run.apply(this, parameters)
}
