import { buildPages, buildProgram } from './built-program.ts'

/**
 * Before all tests: several files start the compiled program, and none may rebuild it under the others. A type error
 * is told and does not stop the tests that have nothing to do with it; `npm test` fails on it in its own gate, and has
 * built both before the tests.
 */
export function setup(): void {
  if (process.env.CUTOVER_BUILT) return
  const problems = buildProgram()
  if (problems !== '') console.warn(`The program was compiled in spite of:\n${problems}`)
  buildPages()
}
