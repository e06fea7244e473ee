import type { Language } from '../server/contract.ts'
import type { Text } from './locale.ts'
import type { Theme } from './theme.ts'
import type { View } from './view.ts'

/** What the bar at the top shows, and what its switches do. */
export type Frame = {
  /** Null before sign-in. */
  view: View | null
  text: Text
  language: Language
  theme: Theme
  changeLanguage(language: Language): void
  changeTheme(theme: Theme): void
  signOut(): Promise<void>
}
