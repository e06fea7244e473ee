import { execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles the program into `dist`, as it runs in production; quick when nothing changed. Returns type errors, if any. */
export function buildProgram(): string {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    cwd: root,
  })
  return stdout.toString().trim()
}

/** Builds the pages into `dist/client`, where the compiled web process looks for them. */
export function buildPages(): void {
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'client'], {
    cwd: root,
    stdio: 'pipe',
  })
}

/** Starts a compiled root, e.g. `dist/jobs/main.js`; output is collected in `output()`. */
export function startProgram(file: string, args: readonly string[], environment: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist', file), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, TZ: process.env.TZ, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  return { child, ended, output: () => output }
}

/** Runs a compiled root to its end. */
export async function runProgram(file: string, args: readonly string[], environment: Record<string, string>) {
  const program = startProgram(file, args, environment)
  const { code, signal } = await program.ended
  return { code, signal, output: program.output() }
}
