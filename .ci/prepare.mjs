// Installs what the lock file names, once per lock file, and proves that the native driver loads.
// Plain JavaScript on purpose: it runs before anything is installed.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
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
  console.log('Installing packages …')
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  console.log('Preparing the SQLite driver (compiled when no prebuilt one fits; about a minute) …')
  npm('rebuild', 'better-sqlite3')
  execFileSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: root,
    stdio: 'inherit',
  })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function npm(...args) {
  try {
    execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch {
    console.error(
      `"npm ${args.join(' ')}" failed. Check the network and that python3, make and g++ are installed, then run again.`,
    )
    process.exit(1)
  }
}
