import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HANEUL, hiddenOnes, UNKNOWN } from './scope-account.ts'
import type { Ask } from './scope-walk-routes.ts'
import { routes } from './scope-walk-routes.ts'
import type { Answer, Walk, Walker } from './scope-walk.ts'
import { isReading, secretsFor, seenBy, served, startWalk, toldIn } from './scope-walk.ts'

const everybody: readonly Walker[] = ['admin', 'manager', 'viewer', 'limited', 'newcomer', 'nobody']
const limitedOnes = ['viewer', 'limited', 'newcomer', 'nobody'] as const
/** What adds brands up. */
const pooling = ['comparisons', 'bot', 'csat', 'conversations', 'filter-choices'].map(
  (name) => `get /api/v1/${name}`,
)
const status403or401 = (walker: Walker) => (walker === 'nobody' ? 401 : 403)

let walk: Walk
let backwards: Walk
let read: Map<Walker, Answer[]>
let readBackwards: Map<Walker, Answer[]>
let figures: Set<string>

// The same account twice: in the first, those who see most ask first; in the second, last.
beforeAll(async () => {
  walk = await startWalk(hiddenOnes)
  backwards = await startWalk(hiddenOnes)
  read = await readAs(walk, everybody)
  readBackwards = await readAs(backwards, everybody.toReversed())
  figures = await figuresOf(hiddenOnes.moved.id)
  for (const figure of await figuresOf(HANEUL)) figures.delete(figure)
}, 120_000)

afterAll(async () => {
  await walk?.close()
  await backwards?.close()
})

it('every route the server has is walked', () => {
  expect(Object.keys(routes).sort()).toEqual([...served].sort())
})

it('somebody who sees everything finds what is looked for here, wherever a brand can be asked about', async () => {
  const { id, name } = hiddenOnes.moved
  const silent: string[] = []
  for (const { route, ask } of questionsAbout(id, 'admin').filter((one) => isReading(one.route))) {
    const { status, text } = await walk.ask('admin', route, ask)
    if (status !== 200 || !(text.includes(name) || text.includes(String(id)))) silent.push(ask.path)
  }

  expect(silent).toEqual([])
  expect(figures.size).toBeGreaterThan(100)
})

describe.each(limitedOnes)('%s', (walker) => {
  const secrets = secretsFor(walker, hiddenOnes)
  const answers = () => read.get(walker) ?? []

  it('reads no name, number or host of a brand hidden from them', () => {
    expect(toldIn(answers(), secrets)).toEqual([])
    expect(answers().filter(({ status }) => status >= 500 && status !== 503)).toEqual([])
  })

  it('reads no figure that is a hidden brand’s own', () => {
    const found = answers().flatMap(({ path, body }) =>
      exactNumbersIn(body).flatMap((number) => (figures.has(number) ? [`${number} at ${path}`] : [])),
    )

    expect(found).toEqual([])
  })

  it('reads the same, whoever asked before', () => {
    expect(answers()).toEqual(readBackwards.get(walker))
  })

  it('gets one answer about a brand that is hidden and one that does not exist', async () => {
    const [hidden, unknown] = [hiddenOnes.moved.id, UNKNOWN].map((id) => questionsAbout(id, walker))

    expect(await differencesOf(walker, hidden, unknown, status403or401(walker))).toEqual([])
  })

  it('gets one answer about a note of a hidden brand and one that does not exist', async () => {
    const [hidden, unknown] = [walk.things.events.get(hiddenOnes.moved.id) ?? 0, UNKNOWN].map((id) =>
      Object.entries(routes).flatMap(([route, { ofThing }]) =>
        (ofThing?.(id) ?? []).map((ask) => ({ route, ask })),
      ),
    )
    const status = walker === 'limited' ? 404 : status403or401(walker)

    expect(await differencesOf(walker, hidden, unknown, status)).toEqual([])
  })

  it('is told nothing by what they change or may not change', async () => {
    expect(toldIn(await walk.walk(walker, (route) => !route.startsWith('get ')), secrets)).toEqual([])
  })
})

it('what is added up over all brands is added up over those the reader sees', async () => {
  const ids = seenBy('viewer', hiddenOnes).join(',')
  const asked = (read.get('viewer') ?? []).filter(
    ({ route, path }) => pooling.includes(route) && path.includes('brand=all'),
  )

  for (const { route, path, body } of asked) {
    const named = await walk.ask('admin', route, { path: path.replace('brand=all', `brand=${ids}`) })
    expect([path, sharedPart(body)]).toEqual([path, sharedPart(named.body)])
  }
  expect(asked.length).toBe(pooling.length)
})

type Question = { route: string; ask: Ask }

function questionsAbout(brandId: number, walker: Walker): Question[] {
  const scope = { brandIds: seenBy(walker, hiddenOnes), things: walk.things }
  return Object.entries(routes).flatMap(([route, { about }]) =>
    (about?.(brandId, scope) ?? []).map((ask) => ({ route, ask })),
  )
}

/** Addresses at which the two questions are not both refused in the same words. */
async function differencesOf(
  walker: Walker,
  hidden: readonly Question[],
  unknown: readonly Question[],
  status: number,
): Promise<string[]> {
  const differing: string[] = []
  for (const [index, { route, ask }] of hidden.entries()) {
    const given = await walk.ask(walker, route, ask)
    const other = await walk.ask(walker, route, unknown[index].ask)
    if (given.status !== status || given.text !== other.text)
      differing.push(`${route} ${ask.path}: ${given.status}, not as ${other.status}`)
  }
  return differing
}

async function readAs(account: Walk, walkers: readonly Walker[]): Promise<Map<Walker, Answer[]>> {
  const found = new Map<Walker, Answer[]>()
  for (const walker of walkers) found.set(walker, await account.walk(walker, isReading))
  return found
}

/** Figures so exact that no two brands share them by chance, as an administrator reads them of one brand. */
async function figuresOf(brandId: number): Promise<Set<string>> {
  const questions = questionsAbout(brandId, 'nobody').filter(({ route }) => isReading(route))
  const found = new Set<string>()
  for (const { route, ask } of questions)
    for (const number of exactNumbersIn((await walk.ask('admin', route, ask)).body)) found.add(number)
  return found
}

/** Shares of a few hundred are met twice by chance. */
function exactNumbersIn(text: string): string[] {
  return (text.match(/\d+\.\d{7,}/g) ?? []).filter((number) => !isFractionOfFew(Number(number)))
}

function isFractionOfFew(value: number): boolean {
  for (let parts = 1; parts <= 1000; parts += 1)
    if (Math.abs(value * parts - Math.round(value * parts)) < 1e-9 * parts) return true
  return false
}

/** Without what is said of the reader instead of the brands. */
function sharedPart(body: string): unknown {
  return JSON.parse(body, (key, value: unknown) => {
    if (key === 'gaps') return undefined
    return key === 'reasons' && Array.isArray(value)
      ? value.filter((reason: { code?: string }) => reason.code !== 'controls_outside_access')
      : value
  })
}
