export { goalIcons, goalValueWords, goalWords } from '../server/text/goal-words.ts'
