export { lineShape, seriesColours } from '../../server/charts/line-looks.ts'
