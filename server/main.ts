import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { createContext } from './context.ts'
import { startJobsProcess } from './jobs-process.ts'
import { ConfigurationError, loadEnvironmentFile, readConfig } from './platform/config.ts'
import { createQuestionThread } from './question-thread.ts'

/** The web process: answers from the database, and keeps the jobs process running beside it. */
function main(): void {
  loadEnvironmentFile()
  const config = readConfig()
  const questions = createQuestionThread(config.databaseFile)
  const ctx = createContext(config, 'web', { questions })
  const server = createApp(ctx, { clientDirectory: findClient() }).listen(config.port)
  server.on('listening', () => ctx.logger.info({ address: config.publicUrl }, 'web process ready'))
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    ctx.logger.fatal(
      { err: error },
      taken ? `port ${config.port} is taken; set PORT to another` : 'cannot listen',
    )
    process.exitCode = 1
    stop()
  })
  const stopJobs = config.jobs === 'child' ? startJobsProcess(ctx.logger) : null
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop)

  function stop(): void {
    stopJobs?.()
    void questions?.close()
    server.close(() => ctx.db.close())
    server.closeAllConnections()
  }
}

/** The built client stands in `dist/client`, whether this file runs from `server/` or from `dist/server/`. */
function findClient(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, '..', 'client'), join(here, '..', 'dist', 'client')]
  const found = places.find((place) => existsSync(join(place, 'assets')))
  if (!found) throw new ConfigurationError(['the pages are not built yet: run npm run build'])
  return found
}

try {
  main()
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error)
  process.exitCode = 1
}
