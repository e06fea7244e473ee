import { expect, it } from 'vitest'
import type { DatabaseContent } from '../support/database-content.ts'
import { contentOf, differences } from '../support/database-content.ts'
import { testNow } from '../support/test-context.ts'
import { createSmallWorld } from '../zendesk-sim/world/create-small-world.ts'
import { inProcessClients } from './in-process-clients.ts'
import { loadWorld } from './load-world.ts'

const world = createSmallWorld(testNow, { scale: 0.02 })

it('pages handed over in this process leave the very rows that pages written and read as JSON leave', async () => {
  const handedOver = await contentLeftBy(inProcessClients)

  const asText = await contentLeftBy((app) => {
    const { client, aiAgents } = inProcessClients(app)
    const get: typeof client.get = async (request) => JSON.parse(JSON.stringify(await client.get(request)))
    return { client: { get }, aiAgents }
  })

  expect(handedOver.conversation.length).toBeGreaterThan(400)
  expect(differences(handedOver, asText)).toEqual([])
})

async function contentLeftBy(clientsOf: typeof inProcessClients): Promise<DatabaseContent> {
  const db = await loadWorld(world, { now: testNow, clientsOf })
  const content = contentOf(db)
  db.close()
  return content
}
