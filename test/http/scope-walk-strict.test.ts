import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HiddenBrands } from './scope-account.ts'
import { hiddenOnes, otherHiddenOnes, UNKNOWN } from './scope-account.ts'
import type { Words } from './scope-walk-routes.ts'
import { routes } from './scope-walk-routes.ts'
import type { Answer, Walk, Walker } from './scope-walk.ts'
import { isReading, seenBy, startWalk } from './scope-walk.ts'

// With STRICT_SCOPE on, in two accounts that differ in nothing but the brands these people may not see: how many they
// are answered, when they moved and whether that helped.
let one: Walk
let other: Walk

beforeAll(async () => {
  one = await startWalk(hiddenOnes, true)
  other = await startWalk(otherHiddenOnes, true)
}, 120_000)

afterAll(async () => {
  await one?.close()
  await other?.close()
})

describe.each(['viewer', 'newcomer', 'nobody'] as const)('%s', (walker) => {
  it('reads the same in both accounts, to the letter', async () => {
    const [answers, otherAnswers] = [await one.walk(walker, isReading), await other.walk(walker, isReading)]

    expect(differencesOf(answers, otherAnswers)).toEqual([])
  })

  it('learns nothing by narrowing a question to what only a hidden brand has', async () => {
    const nobodys = { topic: 'nobody', group: String(UNKNOWN), language: 'x-none' }

    const hidden = await narrowed(one, walker, wordsOf(hiddenOnes))
    const unknown = await narrowed(one, walker, nobodys)

    expect(differencesOf(hidden, unknown)).toEqual([])
  })
})

it('somebody who sees everything reads two different accounts', async () => {
  const [answers, otherAnswers] = [await one.walk('admin', isReading), await other.walk('admin', isReading)]

  expect(differencesOf(answers, otherAnswers).length).toBeGreaterThan(20)
})

/** Where the answers differ, with the first place. */
function differencesOf(answers: readonly Answer[], others: readonly Answer[]): string[] {
  return answers.flatMap(({ route, text }, index) => {
    const other = others.at(index)?.text ?? ''
    if (text === other) return []
    const at = [...text].findIndex((letter, place) => letter !== other[place])
    return [`${route}: ${text.slice(Math.max(0, at - 80), at + 40)}`]
  })
}

function wordsOf({ moved: { id, name } }: HiddenBrands): Words {
  return { topic: `${name} returns`, group: String(id * 10), language: `x-${name}` }
}

/** What is answered, with the words that were asked for taken out. */
async function narrowed(walk: Walk, walker: Walker, words: Words): Promise<Answer[]> {
  const scope = { brandIds: seenBy(walker, walk.hidden), things: walk.things }
  const answers: Answer[] = []
  for (const [route, { narrowed: ask }] of Object.entries(routes))
    for (const question of ask?.(words, scope) ?? []) answers.push(await walk.ask(walker, route, question))
  return answers.map((answer) => ({
    ...answer,
    text: Object.values(words).reduce((text, word) => text.replaceAll(word, '…'), answer.text),
  }))
}
