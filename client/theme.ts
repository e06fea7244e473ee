export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

export function readTheme(stored: string | null): Theme {
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** `system` leaves the choice to the style sheet's media query. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
}
