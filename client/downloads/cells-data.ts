export { cellsData, cellsOf } from '../../server/text/files/cells-data.ts'
export type { Cell } from '../../server/text/files/cells-data.ts'
