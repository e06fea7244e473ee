import type { AccountSettings } from '../../server/settings/account-settings.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import type { World } from './world/types.ts'

/** What an administrator of the simulated account would have set: whose departments, pages and bots are whose. */
export function demoSettings(world: World): AccountSettings {
  return {
    ...defaultAccountSettings(world.zone),
    topics: [
      { topic: 'easy', tag: 'topic_easy' },
      { topic: 'hard', tag: 'topic_hard' },
    ],
    brands: world.brands.map((brand) => ({
      ...defaultBrandSettings(brand.id, brand.zone),
      departments: [brand.departmentId],
      hosts: [...brand.hosts],
      bots: brand.botId === null ? [] : [brand.botId],
    })),
  }
}
