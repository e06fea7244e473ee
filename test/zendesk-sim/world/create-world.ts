import { createBrandHistory } from './brand-history.ts'
import { WEEK_MS, homeZone, tuesdayIndex, worldDays } from './calendar.ts'
import type { Edges } from './edges.ts'
import { standardEdges } from './edges.ts'
import { botId, brandId, departmentId } from './identifiers.ts'
import { agentsOf, requestersOf } from './people.ts'
import type { BrandTruth } from './truth.ts'
import { constants, truth } from './truth.ts'
import type { World, WorldBrand, WorldChat } from './types.ts'

export { anchorOf } from './calendar.ts'

const STANDARD_SEED = 20261116
const STANDARD_WEEKS = 78
const ACCOUNT_ID = 10414779
const DAY_MS = WEEK_MS / 7
/** An administrator once tagged more than a page of chats in one go: they all changed in the same second. */
const bulkTag = { brand: 'never_moved', weeksAgo: 9, spanDays: 17, tag: 'campaign' }

export type WorldOptions = {
  seed?: number
  /** Monday 00:00 in Seoul of the week of "now": `anchorOf(now)`. */
  anchor: number
  /** 1 = the volumes of the truth table. */
  scale?: number
  /** Weeks of history before the anchor; one more comes after it. */
  weeks?: number
  /** Keys of the brands to make; all without it. A brand is the same whichever others are made. */
  brands?: readonly string[]
  /** Zones by brand key; Seoul without it. */
  zones?: Readonly<Record<string, string>>
  stories?: readonly BrandTruth[]
  edges?: Edges
}

/**
 * The simulated account, the same for the same options. It goes on for a week after the anchor: what lies in the
 * future of a clock is for the routes to hide.
 */
export function createWorld(options: WorldOptions): World {
  const { anchor, seed = STANDARD_SEED, scale = 1, weeks = STANDARD_WEEKS, zones = {} } = options
  const edges = options.edges ?? standardEdges
  const stories = (options.stories ?? truth).filter(
    (story) => options.brands === undefined || options.brands.includes(story.key),
  )
  const startsAt = anchor - weeks * WEEK_MS
  const brands = stories.map((story) => brandOf(story, anchor, startsAt, zones[story.key] ?? homeZone))
  const agents = stories.flatMap((story) => agentsOf(seed, story, scale))
  const defaultBrand = stories.find((story) => story.isDefault) ?? truth[0]
  const histories = stories.map((story, i) =>
    createBrandHistory({
      worldSeed: seed,
      anchor,
      accountId: ACCOUNT_ID,
      fromIndex: -7 * weeks,
      toIndex: 7,
      scale,
      truth: story,
      brand: brands[i],
      agentIds: agents
        .filter((agent) => agent.groupId === brands[i].departmentId && agent.active)
        .map(({ id }) => id),
      defaultBrandId: brandId(defaultBrand.number),
      otherBrandIds: brands.filter((brand) => brand !== brands[i]).map(({ id }) => id),
      edges,
    }),
  )
  const chats = histories.flatMap((history) => history.chats).sort((a, b) => a.startedAt - b.startedAt)
  const tickets = histories.flatMap((history) => history.tickets).sort((a, b) => a.startedAt - b.startedAt)
  tagInBulk(chats, brandId(truth[0].number), anchor)
  return {
    seed,
    subdomain: 'demo',
    accountId: ACCOUNT_ID,
    zone: homeZone,
    anchor,
    startsAt,
    endsAt: anchor + WEEK_MS,
    aiAgentTicketsSince: anchor - constants.aiAgentTicketsWeeksAgo * WEEK_MS,
    brands,
    groups: brands.map((brand) => ({ id: brand.departmentId, name: `${brand.name} support` })),
    agents,
    requesters: requestersOf(seed, [chats, tickets]),
    chats,
    tickets,
  }
}

function brandOf(story: BrandTruth, anchor: number, startsAt: number, zone: string): WorldBrand {
  return {
    id: brandId(story.number),
    key: story.key,
    name: story.name,
    subdomain: story.subdomain,
    isDefault: story.isDefault,
    zone,
    createdAt: startsAt - DAY_MS,
    departmentId: departmentId(story.number),
    hosts: [`www.${story.subdomain}.example.com`],
    wentLiveAt: dayStart(anchor, zone, story.movedWeeksAgo),
    botSince: dayStart(anchor, zone, story.botWeeksAgo),
    botId: story.botWeeksAgo === null ? null : botId(story.number),
  }
}

function dayStart(anchor: number, zone: string, weeksAgo: number | null): number | null {
  if (weeksAgo === null) return null
  const index = tuesdayIndex(weeksAgo)
  return worldDays(anchor, zone, index, index + 1)[0].startsAt
}

function tagInBulk(chats: WorldChat[], brand: number, anchor: number): void {
  const at = anchor - bulkTag.weeksAgo * WEEK_MS + 10 * 3_600_000
  for (const chat of chats) {
    if (chat.brandId !== brand || chat.endedAt >= at || chat.startedAt < at - bulkTag.spanDays * DAY_MS)
      continue
    if (chat.deletedAt !== null || chat.lateTag !== null) continue
    chat.lateTag = { at, tag: bulkTag.tag }
    chat.updateTimes = [...new Set([...chat.updateTimes, at])].sort((a, b) => a - b)
  }
}
