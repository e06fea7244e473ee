import type { Stream } from '../../jobs/streams/index.ts'
import { streams } from '../../jobs/streams/index.ts'
import { syncStream } from '../../jobs/sync-stream.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { frozenClock } from '../../server/platform/clock.ts'
import type { AccountSettings } from '../../server/settings/account-settings.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { refreshRollups } from '../../server/store/rollups.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { testConfig } from '../support/test-context.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import { createSimulator } from '../zendesk-sim/server.ts'
import type { World } from '../zendesk-sim/world/types.ts'
import { inProcessClients } from './in-process-clients.ts'

export type LoadOptions = {
  now: number
  file?: string
  /** What an administrator set, from what the demo account has. */
  settings?: (given: AccountSettings) => AccountSettings
  /** How the account is asked. */
  clientsOf?: typeof inProcessClients
}

/**
 * A world as the product would hold it at `now`: every stream of the jobs reads the simulator's own pages, rows are
 * stored, days summed and cutovers found by the program's own code. Only the network between is left out.
 */
export async function loadWorld(world: World, options: LoadOptions): Promise<Database> {
  const { now, file = ':memory:', settings = (given) => given, clientsOf = inProcessClients } = options
  const clock = frozenClock(now)
  const db = openDatabase(file)
  migrate(db)
  writeAccountSettings(db, settings(withSampledDetails(demoSettings(world))), now)
  const { app } = createSimulator({ world, clock, limits: 'off' })
  const sync = {
    db,
    ...clientsOf(app),
    config: testConfig(),
    clock,
    logger: createLogger('silent', 'test'),
    signal: new AbortController().signal,
    hashKey: 'a key of tests',
  }
  for (const stream of ticketsFirst(streams)) await syncStream(sync, stream)
  while (refreshRollups(db, 1000) > 0);
  updateCutovers(db)
  return db
}

/** Streams may come in any order; a chat whose ticket is known already is derived once instead of twice. */
function ticketsFirst(list: readonly Stream[]): Stream[] {
  const placeOf = ({ lane }: Stream) => ['first', 'incremental'].indexOf(lane)
  const isEarly = (stream: Stream) => placeOf(stream) >= 0
  return [
    ...list.filter(isEarly).sort((one, other) => placeOf(one) - placeOf(other)),
    ...list.filter((stream) => !isEarly(stream)),
  ]
}

/**
 * The messages of a fixed sample of tickets, as at an account too large to read them all: no verdict of the demo account
 * rests on weeks with a bot, and each ticket takes as long as a hundred others in the export.
 */
function withSampledDetails(settings: AccountSettings): AccountSettings {
  return { ...settings, detailSample: { ...settings.detailSample, mode: 'sample' } }
}

/**
 * No verdict of the demo account rests on what a search for unknown bots may find: where many worlds are loaded, its
 * tickets are left unread.
 */
export function withoutBotSearch(settings: AccountSettings): AccountSettings {
  return { ...settings, detailSample: { ...settings.detailSample, botSearchPerBrandWeek: 0 } }
}
