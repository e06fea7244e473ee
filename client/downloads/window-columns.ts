export { countAndDays } from '../../server/text/files/window-columns.ts'
