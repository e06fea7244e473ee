/** What this browser remembers; a browser that refuses storage simply forgets. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`cutover.${name}`)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`cutover.${name}`, value)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
