import type { Express } from 'express'
import request from 'supertest'
import { testPassword } from '../support/people.ts'

export type SignedIn = {
  cookie: string
  csrfToken: string
  get(path: string): request.Test
  /** With cookie and token. */
  post(path: string, body: object): request.Test
  put(path: string, body: object): request.Test
  patch(path: string, body: object): request.Test
  delete(path: string): request.Test
}

/** Signs in over HTTP and gives back requests that carry the session. */
export async function signInAs(app: Express, email: string): Promise<SignedIn> {
  const response = await request(app).post('/api/v1/session').send({ email, password: testPassword })
  if (response.status !== 200) throw new Error(`sign-in of ${email} was answered ${response.status}`)
  const cookie = cookieOf(response)
  const { csrfToken } = response.body
  const withSession = (test: request.Test) => test.set('Cookie', cookie).set('x-csrf-token', csrfToken)
  return {
    cookie,
    csrfToken,
    get: (path) => request(app).get(path).set('Cookie', cookie),
    post: (path, body) => withSession(request(app).post(path)).send(body),
    put: (path, body) => withSession(request(app).put(path)).send(body),
    patch: (path, body) => withSession(request(app).patch(path)).send(body),
    delete: (path) => withSession(request(app).delete(path)),
  }
}

/** `name=value` of the cookie an answer sets. */
export function cookieOf(response: request.Response): string {
  return setCookieOf(response).split(';')[0]
}

/** The whole Set-Cookie line of an answer, or ''. */
export function setCookieOf(response: request.Response): string {
  return String(response.get('Set-Cookie') ?? '')
}
