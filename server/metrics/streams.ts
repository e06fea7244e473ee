/** A source of Zendesk that is read on its own. */
export type StreamDescription = {
  name: string
  /** Its past has to arrive before the figures are whole; the others are read as they are now. */
  carriesHistory: boolean
}

/** Every stream in the order in which they run, as pages and answers name them; the jobs have one file for each. */
export const streamDescriptions: readonly StreamDescription[] = [
  { name: 'account', carriesHistory: false },
  { name: 'chats', carriesHistory: true },
  { name: 'tickets-agent', carriesHistory: true },
  { name: 'tickets-ai-agent', carriesHistory: true },
  { name: 'satisfaction-ratings', carriesHistory: true },
  { name: 'survey-responses', carriesHistory: true },
  { name: 'engagements', carriesHistory: true },
  { name: 'bot-conversations', carriesHistory: false },
  { name: 'ticket-details', carriesHistory: false },
]

export const streamNames: readonly string[] = streamDescriptions.map(({ name }) => name)

export const historyStreams: readonly string[] = streamDescriptions
  .filter(({ carriesHistory }) => carriesHistory)
  .map(({ name }) => name)
