import type { Period } from '../../periods/day.ts'

/** What the owner of a schedule is told of. */
export type Trouble =
  /** The data of a week did not come by the deadline; `told` = the earlier week that was sent instead, if any. */
  | { kind: 'too_late'; period: Period; told: Period | null }
  /** The mail may have gone out or not. */
  | { kind: 'unknown'; address: string }
  /** The mail server knows no such address. */
  | { kind: 'refused_address'; address: string; message: string }
  /** It could not be sent; `isOver` = it is not tried again. */
  | { kind: 'failed'; address: string; message: string; isOver: boolean }
