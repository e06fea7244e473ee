export { chartText } from '../../server/charts/weekly-chart-text.ts'
