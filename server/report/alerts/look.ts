import type { AlertFacts } from '../../contract-alert.ts'
import type { Memory } from '../../store/alert-standings.ts'

/** What a rule sees at one thing at one moment. */
export type Look = {
  /** A brand's figure, a stream, a day … */
  subject: string
  /** Null: of the whole account. */
  brandId: number | null
  /** Looks of another basis are not compared: another definition, another goal. */
  basis: string
  /** Whether it is so; null where nothing can be said now, and things stay as they were. */
  isOn: boolean | null
  /** Far enough on the other side to count as over. */
  isOver: boolean
  /** It can be lost from now on. */
  arms: boolean
  /** Only what was had before can be lost. */
  needsArming: boolean
  /** What was seen, in one word. */
  said: string
  facts: AlertFacts
  /** When it began, where the source knows; else the moment it was noticed. */
  since: number | null
  least: Memory['least']
}
