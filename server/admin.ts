import { commands } from './admin/commands.ts'
import { createContext } from './context.ts'
import { loadEnvironmentFile, readConfig } from './platform/config.ts'

const usage = `npm run admin -- <command>\n${commands.map(({ usage }) => `  ${usage}`).join('\n')}`

/** The administrator's command line: small changes to the database that need no page. */
async function main(args: readonly string[]): Promise<void> {
  const command = commands.find(({ words }) => words.every((word, i) => args[i] === word))
  if (!command) throw new Error(args.length === 0 ? usage : `unknown command "${args[0]}"\n${usage}`)
  loadEnvironmentFile()
  const config = readConfig()
  const rest = args.slice(command.words.length)
  if ('runOffline' in command) {
    console.log(command.runOffline(config, rest, Date.now()))
    return
  }
  const ctx = createContext(config, 'admin')
  try {
    console.log(await command.run(ctx, rest))
  } finally {
    ctx.db.close()
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
