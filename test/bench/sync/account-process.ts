// A simulated account in a process of its own, so that its work is not counted as ours. Prints its address.
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { anchorOf, createWorld } from '../../zendesk-sim/world/create-world.ts'

const world = createWorld({ anchor: anchorOf(testNow), scale: Number(process.env.ACCOUNT_SCALE) })
const limits = process.env.ACCOUNT_LIMITS === 'on' ? 'on' : 'off'
const { url } = await startSimulator({
  world,
  clock: { now: () => testNow },
  limits,
  rateWindowScale: Number(process.env.ACCOUNT_WINDOW_SCALE ?? 1),
})
console.log(url)
