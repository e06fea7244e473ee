// Makes sure the page tests have a browser and a Korean font.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a Chromium, installing one where none is found. Throws with what to do when that fails. */
export function ensureBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(`CHROMIUM_PATH names ${asked}, which is not there. Correct it or unset it.`)
  }
  const found = usualPlaces.find(existsSync)
  if (found && hasKoreanFont()) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium and fonts-noto-cjk …')
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    return usualPlaces.find(existsSync)
  }
  if (found) {
    console.log('No Korean font found: install fonts-noto-cjk to see what Korean readers see.')
    return found
  }
  return installWithPlaywright()
}

function hasKoreanFont() {
  try {
    return execFileSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch {
    throw new Error(
      `"apt-get ${args.join(' ')}" failed. Install chromium and fonts-noto-cjk, then run again.`,
    )
  }
}

function installWithPlaywright() {
  const require = createRequire(import.meta.url)
  const directory = dirname(require.resolve('playwright-core/package.json'))
  try {
    execFileSync(process.execPath, [join(directory, 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
    return require('playwright-core').chromium.executablePath()
  } catch {
    throw new Error('No Chromium found. Install one and set CHROMIUM_PATH to it, then run again.')
  }
}
