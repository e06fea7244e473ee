import { demoCredentials } from '../../zendesk-sim/credentials.ts'
import type { Account } from './start-account.ts'

const PAGES = 60
const FROM = 1_700_000_000
/** By then most tickets are messaging tickets. */
const MESSAGING_SINCE = Date.UTC(2026, 5, 1) / 1000

/** A small account may end before. */
const isEmpty = /"(?:chats|tickets)":\[\]/

/** The path of the page after one, or of the first. */
type Next = (body: string | null) => string

/** Pages of both exports as the text Zendesk would send. */
export async function recordPages({ url }: Account): Promise<{ chats: string[]; tickets: string[] }> {
  const { clientId, clientSecret, chatToken } = demoCredentials
  const token = await fetch(`${url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'read',
    }),
  })
  const { access_token: accessToken } = (await token.json()) as { access_token: string }
  return {
    chats: await walk(url, chatToken, chatPages),
    tickets: await walk(url, accessToken, ticketPages),
  }
}

async function walk(url: string, bearer: string, next: Next): Promise<string[]> {
  const pages: string[] = []
  while (pages.length < PAGES) {
    const path = next(pages.at(-1) ?? null)
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${bearer}` } })
    const body = await answer.text()
    if (isEmpty.test(body)) break
    pages.push(body)
  }
  return pages
}

function chatPages(body: string | null): string {
  const time = /"end_time":(\d+)/.exec(body ?? '')?.[1] ?? FROM
  const id = /"end_id":"([^"]+)"/.exec(body ?? '')?.[1] ?? ''
  return `/api/v2/chat/incremental/chats?fields=chats(*)&limit=1000&start_time=${time}&start_id=${id}`
}

function ticketPages(body: string | null): string {
  const cursor = /"after_cursor":"([^"]+)"/.exec(body ?? '')?.[1]
  const from = cursor ? `cursor=${encodeURIComponent(cursor)}` : `start_time=${MESSAGING_SINCE}`
  return `/api/v2/incremental/tickets/cursor?${from}&support_type_scope=agent&include=metric_sets,users&per_page=1000`
}
