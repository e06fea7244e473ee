// Installs what the lock file names, once per lock file, and proves that the native driver loads.
// Plain JavaScript on purpose: it runs before anything is installed.
import { createHash } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Cutover needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and run again.`,
  )
  process.exit(1)
}

const lock = readFileSync(join(root, 'package-lock.json'))
const wanted = createHash('sha256').update(lock).update(process.versions.modules).digest('hex')
const stamp = join(root, 'node_modules', '.cache', 'cutover-installed')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  if (!isInstalled()) {
    console.log('Installing packages …')
    npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  }
  if (!driverLoads()) {
    console.log('Preparing the SQLite driver (compiled when no prebuilt one fits; about a minute) …')
    npm('rebuild', 'better-sqlite3')
    if (!driverLoads())
      fail('The SQLite driver does not load. Check that python3, make and g++ are installed')
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** True when somebody installed by hand exactly what the lock file names. */
function isInstalled() {
  const present = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(present)) return false
  const { packages } = JSON.parse(readFileSync(present, 'utf8'))
  const named = Object.entries(JSON.parse(lock.toString()).packages)
  return named.every(
    ([path, { version, optional }]) => path === '' || optional || packages[path]?.version === version,
  )
}

/** In a process of its own: a driver that does not fit may take the process down with it. */
function driverLoads() {
  const open = "new (require('better-sqlite3'))(':memory:').close()"
  return spawnSync(process.execPath, ['-e', open], { cwd: root, stdio: 'ignore' }).status === 0
}

function fail(message) {
  console.error(`${message}, then run again.`)
  process.exit(1)
}

function npm(...args) {
  try {
    execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch {
    fail(`"npm ${args.join(' ')}" failed. Check the network and that python3, make and g++ are installed`)
  }
}
