// `npm run bench [-- NAME …]`: prints ratios. Times depend on the machine, ratios much less; neither is a gate.
import { comparison } from './comparison/index.ts'
import { coverage } from './coverage.ts'
import { grid } from './grid.ts'
import type { LoadedAccount } from './loaded-account.ts'
import { loadAccount } from './loaded-account.ts'
import { mail } from './mail/index.ts'
import { overview } from './overview.ts'
import { sync } from './sync/index.ts'
import { truth } from './truth.ts'
import { web } from './web/index.ts'

/** Benches of what is computed from an account that has been read. */
const ofAccount: Record<string, (account: LoadedAccount) => Promise<string[]>> = { overview, grid }
/** Take minutes (comparison, mail, web) or an hour and more: they run when they are asked for by name. */
const onRequest = ['comparison', 'coverage', 'mail', 'truth', 'web']
const usual = [...Object.keys(ofAccount), 'sync']
const names = [...usual, ...onRequest]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`no bench "${unknown.join(', ')}"; there are: ${names.join(', ')}`)
  process.exit(1)
}

const chosen = asked.length > 0 ? asked : usual
const computed = chosen.filter((name) => name in ofAccount)
if (computed.length > 0) {
  const account = await loadAccount()
  console.log(
    `${account.conversations.toLocaleString('en')} conversations read in ${(account.syncMilliseconds / 1000).toFixed(1)} s\n`,
  )
  for (const name of computed) for (const line of await ofAccount[name](account)) console.log(line)
  account.close()
}
if (chosen.includes('sync')) for (const line of await sync()) console.log(line)
if (chosen.includes('comparison')) for (const line of await comparison()) console.log(line)
if (chosen.includes('mail')) for (const line of await mail()) console.log(line)
if (chosen.includes('web')) for (const line of await web()) console.log(line)
if (chosen.includes('coverage')) coverage((line) => console.log(line))
if (chosen.includes('truth')) for (const line of await truth()) console.log(line)
