import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { refreshBotSince } from './brand-bots.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveBrandTickets } from './rederive-conversations.ts'

export type Organisation = {
  brands: {
    id: number
    name: string
    subdomain: string | null
    is_default: number
    active: number
    deleted: number
    /** Epoch ms; 0 = Zendesk did not say, which leaves what is stored. */
    created_at: number
  }[]
  groups: { id: number; name: string; deleted: number }[]
  agents: {
    id: number
    role: string
    active: number
    default_group_id: number | null
    zone: string | null
  }[]
  /** Which lists hold every row there is; of the others nothing is flagged as gone. Default: all. */
  isComplete?: { brands: boolean; groups: boolean; agents: boolean }
  /** Facts of table `account`; null leaves what is stored, an empty text removes it. */
  facts: Record<string, string | null>
}

/**
 * Makes brands, groups, agents and account facts what the account says they are. What it no longer names is kept and
 * flagged, because conversations still name it. Returns how many rows changed.
 */
export function storeOrganisation(db: Database, organisation: Organisation): number {
  return inTransaction(db, () => {
    let changed = 0
    const count = (sql: string, parameters: Record<string, unknown>) => {
      changed += statement(db, sql).run(parameters).changes
    }
    const known = new Set(
      statement<{ id: number }>(db, 'select id from brand')
        .all()
        .map(({ id }) => id),
    )
    for (const brand of organisation.brands) count(upsertBrand, brand)
    for (const group of organisation.groups) count(upsertGroup, group)
    for (const agent of organisation.agents) count(upsertAgent, agent)
    const idsOf = (rows: readonly { id: number }[]) => ({ ids: JSON.stringify(rows.map(({ id }) => id)) })
    const isComplete = organisation.isComplete ?? { brands: true, groups: true, agents: true }
    if (isComplete.brands) count(flagGoneBrands, idsOf(organisation.brands))
    if (isComplete.groups) count(flagGoneGroups, idsOf(organisation.groups))
    if (isComplete.agents) count(flagGoneAgents, idsOf(organisation.agents))
    for (const [key, value] of Object.entries(organisation.facts)) {
      if (value === '') count(deleteFact, { key })
      else if (value !== null) count(upsertFact, { key, value })
    }
    const account = readAccountKnowledge(db)
    for (const { id } of organisation.brands) {
      if (!known.has(id)) changed += noteBrandOfOldTickets(db, id, account)
    }
    return changed
  })
}

/** A brand may become known after tickets that name it: what its bot means for them is settled now. */
function noteBrandOfOldTickets(db: Database, brandId: number, account: AccountKnowledge): number {
  refreshBotSince(db, brandId, account)
  return rederiveBrandTickets(db, brandId, 0, Number.MAX_SAFE_INTEGER, account)
}

/**
 * The moment the oldest brand was made, as far as Zendesk says; 0 where it says so of none. Null before the account
 * was read.
 */
export function readAccountStart(db: Database): number | null {
  const row = statement<{ brands: number; first: number | null }>(
    db,
    'select count(*) as brands, min(nullif(created_at, 0)) as first from brand',
  ).get()
  return row && row.brands > 0 ? (row.first ?? 0) : null
}

/** Everybody who works or worked on tickets. */
export function readAgentIds(db: Database): Set<number> {
  const rows = statement<{ id: number }>(db, 'select id from agent').all()
  return new Set(rows.map(({ id }) => id))
}

const upsertBrand = `
  insert into brand (id, name, subdomain, is_default, active, deleted, created_at)
  values (:id, :name, :subdomain, :is_default, :active, :deleted, :created_at)
  on conflict (id) do update set name = excluded.name, subdomain = excluded.subdomain,
    is_default = excluded.is_default, active = excluded.active, deleted = excluded.deleted,
    created_at = coalesce(nullif(excluded.created_at, 0), created_at)
  where (name, subdomain, is_default, active, deleted, created_at)
    is not (excluded.name, excluded.subdomain, excluded.is_default, excluded.active, excluded.deleted,
      coalesce(nullif(excluded.created_at, 0), created_at))`

const upsertGroup = `
  insert into grp (id, name, deleted) values (:id, :name, :deleted)
  on conflict (id) do update set name = excluded.name, deleted = excluded.deleted
  where (name, deleted) is not (excluded.name, excluded.deleted)`

const upsertAgent = `
  insert into agent (id, role, active, default_group_id, zone)
  values (:id, :role, :active, :default_group_id, :zone)
  on conflict (id) do update set role = excluded.role, active = excluded.active,
    default_group_id = excluded.default_group_id, zone = excluded.zone
  where (role, active, default_group_id, zone)
    is not (excluded.role, excluded.active, excluded.default_group_id, excluded.zone)`

const flagGoneBrands =
  'update brand set deleted = 1 where deleted = 0 and id not in (select value from json_each(:ids))'
const flagGoneGroups =
  'update grp set deleted = 1 where deleted = 0 and id not in (select value from json_each(:ids))'
const flagGoneAgents =
  'update agent set active = 0 where active = 1 and id not in (select value from json_each(:ids))'

const deleteFact = 'delete from account where key = :key'

const upsertFact = `
  insert into account (key, value) values (:key, :value)
  on conflict (key) do update set value = excluded.value where value is not excluded.value`
