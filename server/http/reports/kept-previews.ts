import type { Context } from '../../context.ts'
import type { Database } from '../../store/database.ts'
import type { Person } from '../../store/people.ts'

const KEPT_MS = 600_000
const MOST_OF_ONE_PERSON = 4
const MOST = 40
const TOKEN_BYTES = 18

type Preview = { personId: number; html: string; until: number }

/** Oldest first. */
const previews = new WeakMap<Database, Map<string, Preview>>()

/** Keeps the HTML of a mail for ten minutes, so that a frame can show it to whoever asked for it; gives back its id. */
export function keepPreview({ db, clock, random }: Context, { id: personId }: Person, html: string): string {
  const kept = previews.get(db) ?? new Map<string, Preview>()
  previews.set(db, kept)
  const now = clock.now()
  for (const [id, { until }] of kept) if (until <= now) kept.delete(id)
  const own = [...kept].filter(([, preview]) => preview.personId === personId).map(([id]) => id)
  for (const id of own.slice(0, Math.max(0, own.length - MOST_OF_ONE_PERSON + 1))) kept.delete(id)
  for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST + 1))) kept.delete(id)
  const id = random.token(TOKEN_BYTES)
  kept.set(id, { personId, html, until: now + KEPT_MS })
  return id
}

/** Null for one that is not there any more, as for somebody else's. */
export function findPreview({ db, clock }: Context, person: Person, id: string): string | null {
  const found = previews.get(db)?.get(id)
  return found && found.personId === person.id && found.until > clock.now() ? found.html : null
}
