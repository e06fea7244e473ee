import type { Context } from '../../../context.ts'
import { streamNames } from '../../../metrics/streams.ts'
import { readHistoryProgress } from '../../../store/checkpoints.ts'
import { readSyncRuns } from '../../../store/data-health.ts'
import { readPermissionChecks } from '../../../store/permission-checks.ts'
import { lockedSecrets } from '../../../store/secrets.ts'
import type { StreamRuns } from '../../../store/stream-runs.ts'
import { streamRunsOf, streamStateOf } from '../../../store/stream-runs.ts'
import { connectionSentence } from '../../../text/connection.ts'
import { failureWords } from '../../../text/failure-words.ts'
import type { Look } from '../look.ts'
import { troubleLook } from './trouble-look.ts'

const HOUR_MS = 3_600_000
/** What a stream fails with when it is the way in that is refused. */
const noWayIn = new Set([
  'token_refused',
  'token_invalid_client',
  'token_invalid_scope',
  'everything_refused',
  'credential_missing',
  'credential_anonymous',
  'api_token_ended',
])

/** Whether Zendesk lets us in: as the last check found it, or as the last sync did. */
export function credentialLook({ db, config }: Context): Look {
  if (lockedSecrets(db, config.appSecret).length > 0)
    return troubleLook('credential', { isOn: true, words: wordsOf('secrets_locked') })
  const found = readPermissionChecks(db).find(
    ({ subject, state, code }) =>
      subject === 'credential' &&
      (state === 'refused' || state === 'not_configured' || code === 'api_token_ended'),
  )
  const code = found?.code ?? refusedCode(streamRunsOf('account', readSyncRuns(db)))
  return troubleLook('credential', { isOn: code !== null, words: code === null ? null : wordsOf(code) })
}

/** Streams that have failed for so many hours. While nothing is let in, only that is told. */
export function streamLooks(
  { db }: Context,
  { hours, now }: { hours: number; now: number },
  isLetIn: boolean,
): Look[] {
  const history = new Map(readHistoryProgress(db).map((stream) => [stream.stream, stream]))
  const runs = readSyncRuns(db)
  const permissions = readPermissionChecks(db)
  return streamNames.map((stream) => {
    const ofRuns = streamRunsOf(stream, runs)
    const state = streamStateOf(stream, history.get(stream), ofRuns, permissions)
    const { failure } = ofRuns
    if (failure === null || state === 'absent' || state === 'not_configured')
      return troubleLook('stream', { name: stream, isOn: false })
    // Runs are kept for a while: where none of them went well, it fails at least since the oldest.
    const since = ofRuns.lastSuccessAt ?? runs.at(-1)?.started_at ?? now
    const isLong = now - since >= hours * HOUR_MS
    return troubleLook('stream', {
      name: stream,
      isOn: isLetIn ? isLong : null,
      isOver: false,
      since,
      words: failureWords(failure),
    })
  })
}

function refusedCode({ failure }: StreamRuns): string | null {
  const code = failure?.code ?? null
  return code !== null && noWayIn.has(code) ? code : null
}

function wordsOf(code: string) {
  if (code === 'secrets_locked') return lockedWords
  return { en: connectionSentence(code, 'en'), ko: connectionSentence(code, 'ko') }
}

const lockedWords = {
  en: 'Stored secrets do not open with this APP_SECRET: start with the one they were stored under, or run npm run admin -- rotate-secret',
  ko: '저장된 비밀값이 현재 APP_SECRET으로 열리지 않습니다. 저장할 때 쓴 값으로 시작하거나 npm run admin -- rotate-secret을 실행해 주십시오',
}
