import type { SyncContext } from '../../../jobs/sync-stream.ts'
import type { ZendeskRequest } from '../../../jobs/zendesk/request.ts'
import type { SyncGiven } from './sync-support.ts'
import { syncFrom } from './sync-support.ts'

/** A sync whose every request is answered by `answer`, and the requests it made. */
export function scripted(
  answer: (request: ZendeskRequest) => unknown,
  given: SyncGiven = {},
): { sync: SyncContext; requests: ZendeskRequest[] } {
  const requests: ZendeskRequest[] = []
  const get = (request: ZendeskRequest): Promise<unknown> => {
    requests.push(request)
    return new Promise((resolve) => resolve(answer(request)))
  }
  return { sync: { ...syncFrom('http://unused.invalid', given), client: { get } }, requests }
}

/** The account's own lists, with these brands. */
export function accountAnswer(path: string, brands: readonly unknown[]): unknown {
  if (path === '/api/v2/account/settings') return { settings: {} }
  const key = path.split('/').at(-1) ?? ''
  return { [key]: key === 'brands' ? brands : [], next_page: null }
}
