// `npm run bench [-- NAME …]`: prints ratios. Times depend on the machine, ratios much less; neither is a gate.
import { grid } from './grid.ts'
import type { LoadedAccount } from './loaded-account.ts'
import { loadAccount } from './loaded-account.ts'
import { overview } from './overview.ts'
import { sync } from './sync.ts'

const benches: Record<string, (account: LoadedAccount) => Promise<string[]>> = { overview, grid, sync }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`no bench "${unknown.join(', ')}"; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}

const account = await loadAccount()
console.log(
  `${account.conversations.toLocaleString('en')} conversations read in ${(account.syncMilliseconds / 1000).toFixed(1)} s\n`,
)
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  for (const line of await benches[name](account)) console.log(line)
}
account.close()
