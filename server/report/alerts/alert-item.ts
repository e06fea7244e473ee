import type { AlertEventKind, AlertFacts } from '../../contract-alert.ts'
import type { ComparisonState } from '../../contract.ts'
import type { AlertWords } from '../../text/alert-words.ts'
import { eventAdvice, eventDetail, eventTitle } from '../../text/alert-words.ts'
import type { AlertMailMessages } from '../../text/messages/alert-mail-en.ts'
import type { Links } from '../links.ts'

/** One thing a mail tells, in the reader's words. */
export type AlertItem = {
  kind: AlertEventKind
  /** Whose colours it takes. */
  tone: ComparisonState
  /** A shape beside the word, so that colour is never needed. */
  mark: string
  title: string
  detail: string | null
  advice: string | null
  /** Epoch ms. */
  at: number
  rule: string
  owner: string
  link: { name: string; address: string }
}

export type ToldItem = {
  kind: AlertEventKind
  facts: AlertFacts
  at: number
  brand: { id: number; name: string } | null
  rule: string
  owner: string
}

const order: readonly AlertEventKind[] = ['begun', 'changed', 'still', 'over']

/** What a mail tells, what is new and bad first. */
export function alertItems(
  told: readonly ToldItem[],
  {
    words,
    links,
    messages,
  }: { words: AlertWords; links: Links & { reports: string }; messages: AlertMailMessages },
): AlertItem[] {
  return told
    .map((one) => {
      const { kind, facts, at, brand, rule, owner } = one
      const event = { kind, facts, brand: brand?.name ?? null }
      return {
        kind,
        ...lookOf(kind, facts),
        title: eventTitle(event, words),
        detail: eventDetail(event, words),
        advice: eventAdvice(event, words),
        at,
        rule,
        owner,
        link: linkOf(one, links, messages),
      }
    })
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || one.at - other.at)
}

function lookOf(kind: AlertEventKind, facts: AlertFacts): Pick<AlertItem, 'tone' | 'mark'> {
  if (facts.kind === 'verdict' && facts.to === 'improved') return { tone: 'improved', mark: '✓' }
  if (kind === 'over')
    return facts.kind === 'verdict' ? { tone: 'no_clear_change', mark: '○' } : { tone: 'improved', mark: '✓' }
  if (facts.kind === 'verdict' && facts.to !== 'worse') return { tone: 'no_clear_change', mark: '→' }
  return { tone: 'worse', mark: '!' }
}

function linkOf(
  { facts, brand }: ToldItem,
  links: Links & { reports: string },
  { open }: AlertMailMessages,
): AlertItem['link'] {
  if (facts.kind === 'data')
    return facts.trouble === 'mail'
      ? { name: open.reports, address: links.reports }
      : { name: open.dataHealth, address: links.dataHealth }
  return {
    name: open.figure,
    address: brand === null ? links.overview : links.brand(brand.id, facts.metric),
  }
}
