import { z } from 'zod'
import { UpstreamError } from '../../server/platform/problem.ts'
import type { PermissionCheck, PermissionState } from '../../server/store/permission-checks.ts'
import type { ConnectionCode } from '../../server/text/connection.ts'

export type Finding = Pick<PermissionCheck, 'state' | 'code' | 'detail'>

const LONGEST_DETAIL = 200

/** Errors whose code says more than their status. */
const stateOfCode: Partial<Record<ConnectionCode, PermissionState>> = {
  chats_not_configured: 'not_configured',
  chat_client_secret_missing: 'not_configured',
  bot_conversations_not_configured: 'not_configured',
  credential_missing: 'not_configured',
  chat_token_refused: 'refused',
  token_invalid_client: 'refused',
  token_invalid_scope: 'refused',
  token_refused: 'refused',
  token_404: 'refused',
  api_token_ended: 'refused',
  redirected: 'refused',
}

export function finding(state: PermissionState, code: ConnectionCode): Finding {
  return { state, code, detail: null }
}

/** What an error tells about a permission. @throws what tells nothing: a bug, or the end of the run */
export function findingOf(error: unknown, signal: AbortSignal): Finding {
  signal.throwIfAborted()
  if (error instanceof z.ZodError) return finding('unknown', 'unknown_form')
  if (!(error instanceof UpstreamError)) throw error
  const { code, status } = error
  const named = Object.entries(stateOfCode).find(([name]) => name === code)?.[1]
  const state = named ?? stateOfStatus(status)
  return { state, code, detail: error.detail?.slice(0, LONGEST_DETAIL) ?? null }
}

function stateOfStatus(status: number | null): PermissionState {
  if (status === 401 || status === 403) return 'refused'
  return status === 404 ? 'absent' : 'unknown'
}
