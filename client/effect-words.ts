export { effectInWords } from '../server/text/effect-words.ts'
