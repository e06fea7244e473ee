import { buildPages, buildProgram } from './built-program.ts'

/** Before all tests: several files start the compiled program, and none may rebuild it under the others. */
export function setup(): void {
  buildProgram()
  buildPages()
}
