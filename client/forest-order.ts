export { isCalled, isJudged, orderForest } from '../server/text/forest-order.ts'
export type { ForestOrder, JudgedComparison, OrderCertainty } from '../server/text/forest-order.ts'
