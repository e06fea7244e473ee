/** An answer as text, and when it was worked out (epoch ms). */
export type KeptAnswer = { at: number; text: string }

/** Remembers answers by their questions: the latest ones, as long as they are young and there is room. */
export type KeptAnswers = {
  find(key: string, now: number): KeptAnswer | null
  keep(key: string, answer: KeptAnswer): void
}

export function keepAnswers({
  mostCharacters,
  longestMs,
}: {
  mostCharacters: number
  longestMs: number
}): KeptAnswers {
  // In the order of their last use.
  const kept = new Map<string, KeptAnswer>()
  let characters = 0

  function forget(key: string): void {
    characters -= kept.get(key)?.text.length ?? 0
    kept.delete(key)
  }
  return {
    find(key, now) {
      const found = kept.get(key)
      if (!found) return null
      if (now - found.at > longestMs) {
        forget(key)
        return null
      }
      kept.delete(key)
      kept.set(key, found)
      return found
    },
    keep(key, answer) {
      forget(key)
      if (answer.text.length > mostCharacters) return
      kept.set(key, answer)
      characters += answer.text.length
      for (const [oldest] of kept) {
        if (characters <= mostCharacters) return
        forget(oldest)
      }
    },
  }
}
