export {
  countWords,
  rangeEnds,
  rangeWords,
  restsOnRatings,
  waitingWords,
  windowWords,
} from '../server/text/figure-words.ts'
