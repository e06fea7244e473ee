import { botRows } from './bot-rows.ts'
import type { Measure } from './measure.ts'
import { conversationRows, isInSample, ofConversations } from './measure.ts'
import { isHandedOff, isWithBot } from './with-bot.ts'

/** Messaging conversations of which it is known whether a bot took part. */
export const botKnown: Measure = ofConversations('bot_involved.known', {
  n: `c.source <> 'chat' and ${isInSample}`,
  numerator: 'c.bot_involved is not null',
})

/** Of a day of which too little is known, the rest would be another kind of conversation. */
const needs = { key: botKnown.key, least: 0.9 }

/** Tickets of a bot begin with the customer's first message; read messages may show that there was none. */
export const containmentRate: Measure = ofConversations(
  'containment_rate',
  { n: isWithBot, numerator: `coalesce(c.customer_messages, 1) > 0 and not ${isHandedOff}` },
  { needs },
)

export const handoffRate: Measure = ofConversations(
  'handoff_rate',
  { n: isWithBot, numerator: isHandedOff },
  { needs },
)

const TICKET_FIELD = 'ticket_field'
const AUTOMATED_KNOWN = 'automated_resolution_rate.known'

/** By who tells: the ticket's field, the AI agents export, an imported file. Without a verdict nothing was resolved. */
export const automatedResolutionRate: Measure = {
  key: 'automated_resolution_rate',
  parts: [
    {
      rows: conversationRows,
      source: TICKET_FIELD,
      n: `c.kind = 'conversation' and ${isWithBot}`,
      numerator: 'coalesce(c.bot_resolved, 0)',
    },
    { rows: botRows, n: '1', numerator: 'coalesce(c.resolved, 0)' },
  ],
  needs,
  toldBy: AUTOMATED_KNOWN,
}

export const automatedKnown: Measure = {
  key: AUTOMATED_KNOWN,
  parts: [
    {
      rows: conversationRows,
      source: TICKET_FIELD,
      n: `c.kind = 'conversation' and ${isWithBot}`,
      numerator: 'c.bot_resolved is not null',
    },
    { rows: botRows, n: '1', numerator: 'c.resolved is not null' },
  ],
}

export const botCsat: Measure = {
  key: 'bot_csat',
  parts: [{ rows: botRows, n: 'c.survey_stars is not null', numerator: 'c.survey_stars >= 4' }],
  toldBy: 'bot_csat.known',
}

export const botCsatKnown: Measure = {
  key: 'bot_csat.known',
  parts: [{ rows: botRows, n: '1', numerator: 'c.survey_stars is not null' }],
}
