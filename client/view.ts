import type { Language, SessionAnswer } from '../server/contract.ts'
import type { Api } from './api.ts'
import type { Text } from './locale.ts'
import type { Route } from './route.ts'

/** What a page may know: who looks, in which language, at which address. */
export type View = {
  api: Api
  session: SessionAnswer
  language: Language
  text: Text
  route: Route
  /** An address within this site, keeping the language of the present one. */
  link(path: string): string
  /** Goes to an address within this site, as a click on a link would. */
  go(path: string): void
  /**
   * Makes another choice on the same page that needs an answer of its own: a step in the history, but what is shown
   * stays until the answer is there, and so do focus and scroll.
   */
  choose(path: string): void
  /** Asks for the page's answer once more, after something was written; what is shown stays until it is there. */
  reload(): void
  /** Puts a choice into the address and draws the page anew, without a step back to it. */
  rename(path: string): void
}
