import { clientEnglish } from '../../server/text/messages/client-en.ts'
import type { MessageKey } from '../../server/text/messages/client-en.ts'
import type { Text } from '../locale.ts'

export { jobName, streamName } from '../../server/text/job-names.ts'

/** A limit of Zendesk as people would call it; one that has no name yet keeps its own. */
export function bucketName(bucket: string, text: Text): string {
  const key = `bucket.${bucket}`
  return isMessage(key) ? text(key) : bucket
}

/** What was compared with Zendesk's counts. */
export function kindName(kind: string, text: Text): string {
  const key = `kind.${kind}`
  return isMessage(key) ? text(key) : kind
}

/** Where customers write from, as people call it; one that has no name yet keeps Zendesk's. */
export function channelName(channel: string, text: Text): string {
  const key = `channel.${channel}`
  return isMessage(key) ? text(key) : channel
}

/** A part of the account as people call it; anything else keeps its own name. */
export function gapPartName(part: string, text: Text): string {
  const key = `gapPart.${part}`
  return isMessage(key) ? text(key) : part
}

/** A known cause of a difference with its count. */
export function causeWords(cause: string, count: string, text: Text): string {
  const key = `cause.${cause}`
  return isMessage(key) ? text(key, { n: count }) : `${cause} ${count}`
}

/** The outcome of a run; one that has no words yet keeps its own. */
export function outcomeName(outcome: string, text: Text): string {
  const key = `outcome.${outcome}`
  return isMessage(key) ? text(key) : outcome
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(clientEnglish, key)
}
