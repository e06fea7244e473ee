import { UpstreamError } from '../../../server/platform/problem.ts'
import type { AccountSourceState } from '../../../server/store/account-sources.ts'
import type { ZendeskClient } from '../../zendesk/client.ts'
import { readWholeList } from '../../zendesk/list-page.ts'

/** A request of the account stream. */
export function accountRequest(path: string) {
  return { path, bucket: 'account', subject: 'account' } as const
}

export function readAccountList(client: ZendeskClient, path: string, key: string): Promise<unknown[]> {
  return readWholeList(client, { ...accountRequest(path), key })
}

/** What an account need not have: everything else is read without it. */
export type Optional<Value> = { value: Value | null; state: AccountSourceState }

/** Reads a source that may be refused (403) or missing (404). @throws UpstreamError for any other refusal */
export async function readOptional<Value>(read: () => Promise<Value>): Promise<Optional<Value>> {
  try {
    return { value: await read(), state: 'allowed' }
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    if (error.status === 403) return { value: null, state: 'refused' }
    if (error.status === 404) return { value: null, state: 'absent' }
    throw error
  }
}
