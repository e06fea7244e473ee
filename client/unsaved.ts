import type { SessionAnswer } from '../server/contract.ts'

/** What somebody wrote and did not keep, until they sign out or close the tab. */
const unsaved = new WeakMap<SessionAnswer, Map<string, unknown>>()

/** Lets a draft be found again after a look at another page, or in the other language; null forgets it. */
export function keepUnsaved<Draft>(session: SessionAnswer, key: string, draft: Draft | null): void {
  const drafts = unsaved.get(session) ?? new Map<string, unknown>()
  unsaved.set(session, drafts)
  if (draft === null) drafts.delete(key)
  else drafts.set(key, structuredClone(draft))
}

export function unsavedOf<Draft>(session: SessionAnswer, key: string): Draft | null {
  const draft = unsaved.get(session)?.get(key)
  return draft === undefined ? null : (structuredClone(draft) as Draft)
}

export function hasUnsaved(session: SessionAnswer, key: string): boolean {
  return unsaved.get(session)?.has(key) ?? false
}
