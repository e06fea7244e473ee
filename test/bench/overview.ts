import { createApp } from '../../server/app.ts'
import { addPerson, testPassword } from '../support/people.ts'
import type { LoadedAccount } from './loaded-account.ts'
import { measureMedians, ratio } from './measure.ts'

const EMAIL = 'bench@demo.example'

/** The Overview's answer against an empty one, both over HTTP to a listening server. */
export async function overview({ ctx }: LoadedAccount): Promise<string[]> {
  addPerson(ctx, { email: EMAIL, role: 'administrator' })
  const server = createApp(ctx).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('overview: the server has no port')
  const base = `http://127.0.0.1:${address.port}`
  const cookie = await signIn(base)
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie } })
    if (!answer.ok) throw new Error(`overview: ${path} was answered ${answer.status}`)
    return answer.arrayBuffer()
  }

  const bytes = (await get('/api/v1/comparisons?brand=all&metric=all')).byteLength
  const medians = await measureMedians({
    empty: () => get('/healthz'),
    overview: () => get('/api/v1/comparisons?brand=all&metric=all'),
  })
  server.closeAllConnections()
  server.close()
  return [
    `Overview answer against an empty one: ${ratio(medians.overview, medians.empty)}, ${(bytes / 1024).toFixed(0)} kB`,
  ]
}

async function signIn(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email: EMAIL, password: testPassword }),
  })
  if (!answer.ok) throw new Error(`signIn: answered ${answer.status}: ${await answer.text()}`)
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])[0]
}
