import { createContext } from '../../server/context.ts'
import { readConfig } from '../../server/platform/config.ts'
import { keepSecret, requesterHashKey, writeAccountSettings } from '../../server/store/settings.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import type { World } from '../zendesk-sim/world/types.ts'
import { simulatedEnvironment } from './simulated-environment.ts'

/** The environment of one database, with the demo's settings and the same key for requesters' hashes in it. */
export function prepareDatabase(
  world: World,
  given: Parameters<typeof simulatedEnvironment>[0],
): ReturnType<typeof simulatedEnvironment> {
  const environment = simulatedEnvironment(given)
  const ctx = createContext(readConfig(environment), 'test')
  writeAccountSettings(ctx.db, demoSettings(world), ctx.clock.now())
  keepSecret(
    ctx.db,
    requesterHashKey,
    ctx.config.appSecret,
    () => 'the same key in every database',
    ctx.clock.now(),
  )
  ctx.db.close()
  return environment
}
