import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import { root } from '../../support/built-program.ts'
import { listen } from './plain-page.ts'

const versions = { '@observablehq/framework': '1.13.4', '@observablehq/plot': '0.6.17' }

const config =
  "export default { title: 'Peer', sidebar: false, toc: false, pager: false, search: false, header: '', footer: '' }\n"
const page = `# First reply time

\`\`\`js
import * as Plot from '@observablehq/plot'
const { weeks } = await FileAttachment('series.json').json()
display(Plot.plot({ width: 900, height: 320, marks: [Plot.lineY(weeks, { x: (week) => new Date(week.from), y: 'value' })] }))
\`\`\`
`

type Peer = { name: string; url: string; close(): Promise<void> } | { missing: string }

/**
 * The same numbers on a page of Observable Framework, which people build dashboards with and which npm can bring without
 * an account, a database or a container. It is no dependency of ours: it is put beside the build's other caches once.
 */
export async function buildPeer(series: string): Promise<Peer> {
  const folder = join(root, 'node_modules', '.cache', 'cutover-web-peer')
  try {
    install(folder)
    mkdirSync(join(folder, 'src'), { recursive: true })
    writeFileSync(join(folder, 'observablehq.config.js'), config)
    writeFileSync(join(folder, 'src', 'index.md'), page)
    writeFileSync(join(folder, 'src', 'series.json'), series)
    run(folder, join('node_modules', '.bin', 'observable'), ['build'])
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n')
    return {
      missing: `Observable Framework could not be set up here (${why}); only the least is compared with.`,
    }
  }
  const app = express()
    .use(compression())
    .use(express.static(join(folder, 'dist')))
  return { name: 'Observable Framework, one chart', ...(await listen(app)) }
}

function install(folder: string): void {
  if (existsSync(join(folder, 'node_modules', '.bin', 'observable'))) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`)
  run(folder, 'npm', ['install', '--no-audit', '--no-fund', ...packages])
}

function run(folder: string, command: string, words: readonly string[]): void {
  execFileSync(command, words, { cwd: folder, stdio: 'pipe', env: { ...process.env, CI: '1' } })
}
