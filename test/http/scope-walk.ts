import type { AddressInfo } from 'node:net'
import { endpoints } from '../../server/http/endpoints.ts'
import { textOfAnswer } from './answer-text.ts'
import type { HiddenBrands, Name } from './scope-account.ts'
import { BADA, HANEUL, people, scopeAccount } from './scope-account.ts'
import type { Ask } from './scope-walk-routes.ts'
import { routes } from './scope-walk-routes.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

export type Walker = Name | 'nobody'
/** `text`: headers and body as a person could read them, whatever they are packed in. */
export type Answer = { route: string; path: string; status: number; text: string; body: string }

/** Headers that differ from answer to answer. */
const ownToAnswers = new Set(['date', 'x-request-id', 'set-cookie', 'content-length'])

export type Walk = Awaited<ReturnType<typeof startWalk>>

/** An account that listens, for people who walk through its routes. */
export async function startWalk(hidden: HiddenBrands, isScopeStrict = false) {
  const { ctx, app, things } = scopeAccount(hidden, isScopeStrict)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  const sessions = new Map<Walker, SignedIn>()
  for (const name of Object.keys(people) as Name[])
    sessions.set(name, await signInAs(app, people[name].email))

  async function ask(walker: Walker, route: string, { path, body, type }: Ask): Promise<Answer> {
    const [method, pattern] = route.split(' ')
    const isLast = route === 'delete /api/v1/session' && walker !== 'nobody'
    const session = isLast ? await signInAs(app, people[walker].email) : sessions.get(walker)
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(session && { cookie: session.cookie, 'x-csrf-token': session.csrfToken }),
        ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await textOfAnswer(response, pattern.endsWith('/data-health/events'))
    const headers = JSON.stringify([...response.headers].filter(([name]) => !ownToAnswers.has(name)))
    return { route, path, status: response.status, text: `${headers}\n${text}`, body: text }
  }

  return {
    ctx,
    hidden,
    things,
    ask,
    /** Asks everything a person may ask about what that person sees, route by route. */
    async walk(walker: Walker, isWalked: (route: string) => boolean): Promise<Answer[]> {
      const answers: Answer[] = []
      for (const [route, { within }] of Object.entries(routes))
        if (isWalked(route))
          for (const one of within({ brandIds: seenBy(walker, hidden), things }))
            answers.push(await ask(walker, route, one))
      return answers
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** The names of all routes the server has. */
export const served = endpoints.map(({ method, path }) => `${method} ${path}`)

/** What only reads. Drawing a document takes a second: they are walked apart. */
export function isReading(route: string): boolean {
  return route.startsWith('get ') && !isDrawn(route)
}

export function isDrawn(route: string): boolean {
  return route.startsWith('get /api/v1/pdf/')
}

/** The living brands somebody sees. */
export function seenBy(walker: Walker, { moved, stayed }: HiddenBrands): number[] {
  if (walker === 'nobody') return []
  const { brandIds } = people[walker]
  const all = [HANEUL, BADA, moved.id, stayed.id]
  return brandIds === 'all' ? all : all.filter((id) => (brandIds as readonly number[]).includes(id))
}

const names = new Map([
  [HANEUL, 'Haneul'],
  [BADA, 'Bada'],
])

/** Where one of these words is told. */
export function toldIn(answers: readonly Answer[], secrets: RegExp): string[] {
  return answers.flatMap(({ route, path, text }) => {
    const [word] = secrets.exec(text) ?? []
    return word === undefined ? [] : [`${word} in ${route} (${path})`]
  })
}

/** Matches whatever tells of a brand this person may not see; nothing for those who see all. */
export function secretsFor(walker: Walker, { moved, stayed }: HiddenBrands): RegExp {
  const all = new Map([...names, [moved.id, moved.name], [stayed.id, stayed.name]])
  const seen = seenBy(walker, { moved, stayed })
  const hidden = [...all].filter(([id]) => !seen.includes(id)).flat()
  // The deleted brand is nobody's.
  return new RegExp([...hidden, 'Gone', 'gone-host', 990_061].join('|'))
}
