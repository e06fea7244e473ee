export { fileSheet } from '../../server/text/files/file-sheet.ts'
export type { FileHead, FileSheet } from '../../server/text/files/file-sheet.ts'
