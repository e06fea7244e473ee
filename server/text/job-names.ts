import type { Text } from './catalogue.ts'
import type { MessageKey } from './messages/client-en.ts'
import { clientEnglish } from './messages/client-en.ts'

/** A source as people call it; one that has no name yet keeps its own. */
export function streamName(stream: string, text: Text): string {
  const key = `stream.${stream}`
  return isMessage(key) ? text(key) : stream
}

/** A job as people call it: `sync-chats` is the fetching of live chats. */
export function jobName(job: string, text: Text): string {
  const key = `job.${job}`
  if (isMessage(key)) return text(key)
  return job.startsWith('sync-')
    ? text('job.sync', { stream: streamName(job.slice('sync-'.length), text) })
    : job
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(clientEnglish, key)
}
