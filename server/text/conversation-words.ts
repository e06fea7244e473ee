import type { Language } from '../contract.ts'
import type { ConversationKey } from './messages/conversations-en.ts'
import { conversationsEnglish } from './messages/conversations-en.ts'
import { conversationsKorean } from './messages/conversations-ko.ts'

/** A word of the lists and files of conversations; those with values are filled in by the page. */
export function conversationWords(key: ConversationKey, language: Language): string {
  return (language === 'ko' ? conversationsKorean : conversationsEnglish)[key]
}

const UNKNOWN = 'unknown'

/** A channel as people call it; one that nobody named here keeps Zendesk's own word. */
export function channelWords(channel: string, language: Language): string {
  return knownWords(`row.channel.${channel}`, language) ?? channel
}

export function topicWords(topic: string, language: Language): string {
  return topic === 'other' ? conversationWords('row.topic.other', language) : topic
}

/** @example languageWords('ko', 'en') // 'Korean' */
export function languageWords(code: string | null, language: Language): string {
  if (code === null || code === UNKNOWN) return conversationWords('row.word.unknown', language)
  const known = names[language]
  let name = known.get(code)
  if (name === undefined) known.set(code, (name = languageName(code, language)))
  return name
}

/** Made once for each code: a file asks for the same few by the thousand. */
const names: Record<Language, Map<string, string>> = { en: new Map(), ko: new Map() }

function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    // What is no language code for this machine is still what Zendesk calls it.
    return code
  }
}

/** How a conversation ended, or Zendesk's own word where it is a new one. */
export function outcomeWords(outcome: string, language: Language): string {
  return knownWords(`row.outcome.${outcome}`, language) ?? outcome
}

function knownWords(key: string, language: Language): string | null {
  return isKey(key) ? conversationWords(key, language) : null
}

function isKey(key: string): key is ConversationKey {
  return key in conversationsEnglish
}
