import { ConfigurationError } from '../server/platform/config.ts'

/**
 * Aborted by SIGINT, SIGTERM or the end of the parent process, so that work stops between units and nothing is
 * cut in half.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
    process.once(name, () => controller.abort(new Error(`stopped by ${name}`)))
  }
  return controller.signal
}

/** A wrong configuration is told in plain words, without a stack; anything else is a bug and is shown whole. */
export function exitOnConfigurationError(error: unknown): void {
  console.error(error instanceof ConfigurationError ? error.message : error)
  process.exitCode = 1
}
