import type { Database } from '../database.ts'
import { statement } from '../database.ts'

export type FilterChoices = {
  channels: string[]
  /** Null: conversations whose language is not known. */
  languages: (string | null)[]
  topics: string[]
  /** `id` null: conversations without a group; `name` null: a group nobody named. */
  groups: { id: number | null; name: string | null }[]
}
type Kind = { channel: string; language: string | null; topic: string; groupId: number | null; n: number }

/** What the conversations of some brands can be narrowed to, the most frequent first; nothing of other brands. */
export function readFilterChoices(db: Database, brandIds: readonly number[]): FilterChoices {
  const kinds = statement<Kind>(
    db,
    `select channel, language, topic, group_id as groupId, count(*) as n from conversation
     where brand_id in (select value from json_each(:brandIds)) and deleted = 0
     group by channel, language, topic, group_id`,
  ).all({ brandIds: JSON.stringify(brandIds) })
  const names = new Map(
    statement<{ id: number; name: string }>(db, 'select id, name from grp')
      .all()
      .map(({ id, name }) => [id, name]),
  )
  return {
    channels: mostFrequent(kinds, ({ channel }) => channel),
    languages: mostFrequent(kinds, ({ language }) => language),
    topics: mostFrequent(kinds, ({ topic }) => topic),
    groups: mostFrequent(kinds, ({ groupId }) => groupId).map((id) => ({
      id,
      name: id === null ? null : (names.get(id) ?? null),
    })),
  }
}

function mostFrequent<Value>(kinds: readonly Kind[], valueOf: (kind: Kind) => Value): Value[] {
  const counts = new Map<Value, number>()
  for (const kind of kinds) counts.set(valueOf(kind), (counts.get(valueOf(kind)) ?? 0) + kind.n)
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value)
}
