import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { buildProgram, root } from '../../support/built-program.ts'

/**
 * How long the comparison takes, of the compiled program in a process of its own: run from its sources it takes half as
 * long again. Fifty brands over two years, eighty conversations a day each; smaller ones by the environment.
 */
export async function comparison(): Promise<string[]> {
  const problems = buildProgram()
  if (problems !== '') throw new Error(`the program does not compile:\n${problems}`)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/test/bench/comparison/timing-process.js'],
    { cwd: root, maxBuffer: 1_048_576 },
  )
  return stdout.trimEnd().split('\n')
}
