import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')
const sources = ['client', 'server/charts', 'server/text', 'server/periods', 'package-lock.json']

/** The client as the browser gets it; built once for each state of its sources, unless it has just been. Returns the directory. */
export async function buildClient(): Promise<string> {
  if (process.env.CUTOVER_BUILT) return join(root, 'dist', 'client')
  const parent = join(root, 'node_modules', '.cache', 'cutover-client')
  const finished = join(parent, hashOfSources())
  if (existsSync(finished)) return finished
  const unfinished = `${finished}.${process.pid}`
  mkdirSync(parent, { recursive: true })
  await build({
    configFile: join(root, 'client', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: unfinished, emptyOutDir: true },
  })
  try {
    renameSync(unfinished, finished)
  } catch {
    // Another test file was quicker with the same sources.
    rmSync(unfinished, { recursive: true, force: true })
  }
  return finished
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = path.endsWith('.json') ? null : readdirSync(path, { withFileTypes: true, recursive: true })
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
