export {
  changeHeading,
  fileChange,
  fileValue,
  plainNumber,
  unitHeading,
} from '../../server/text/files/file-units.ts'
