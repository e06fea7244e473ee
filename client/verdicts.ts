export {
  findings,
  headline,
  isArriving,
  isJudgedState,
  isKnownUnmoved,
  isNotMoved,
  orderBrands,
  strength,
  tallyOf,
} from '../server/text/verdicts.ts'
export type { Tally } from '../server/text/verdicts.ts'
