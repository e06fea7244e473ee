import { commands } from './admin/commands.ts'
import { createContext } from './context.ts'
import { ConfigurationError, loadEnvironmentFile, readConfig } from './platform/config.ts'

const usage = `npm run admin -- <command>\n${commands.map(({ usage }) => `  ${usage}`).join('\n')}`

/** The administrator's command line: small changes to the database that need no page. */
async function main(args: readonly string[]): Promise<void> {
  const command = commands.find(({ words }) => words.every((word, i) => args[i] === word))
  if (!command) throw new Error(args.length === 0 ? usage : `unknown command "${args.join(' ')}"\n${usage}`)
  loadEnvironmentFile()
  const ctx = createContext(readConfig(), 'admin')
  try {
    console.log(await command.run(ctx, args.slice(command.words.length)))
  } finally {
    ctx.db.close()
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  const isPlain = error instanceof ConfigurationError || error instanceof Error
  console.error(isPlain ? error.message : error)
  process.exitCode = 1
})
