import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
]
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process for all our pages: it keeps what it has read and compiled.
  '--process-per-site',
  '--renderer-process-limit=1',
]

/**
 * A headless browser: the one CHROMIUM_PATH names, else the system's, else Playwright's own; installs one if there
 * is none.
 * @throws Error saying what to install when that fails
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser() ?? installBrowser(), args })
}

function findBrowser(): string | null {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, where there is no file`)
    return wanted
  }
  return [...places, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

function installBrowser(): string {
  try {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      run('apt-get', ['update', '-q'])
      run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
    } else {
      run(process.execPath, [playwrightCommand(), 'install', 'chromium'])
    }
  } catch (error) {
    throw new Error('no browser for the page tests: install Chromium or set CHROMIUM_PATH', { cause: error })
  }
  const installed = findBrowser()
  if (!installed) throw new Error('the browser was installed but cannot be found: set CHROMIUM_PATH')
  return installed
}

function run(command: string, words: string[]): void {
  execFileSync(command, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function playwrightCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
}
