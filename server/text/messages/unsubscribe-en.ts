/** The page behind “Stop these mails”. */
export const unsubscribeEn = {
  ask: {
    title: 'Stop these mails?',
    text: (schedule: string, address: string) => `“${schedule}” would no longer be sent to ${address}.`,
    button: 'Stop these mails',
  },
  stopped: {
    title: 'You get these mails no more',
    text: (schedule: string, address: string) => `“${schedule}” is no longer sent to ${address}.`,
    button: 'I want them after all',
  },
  invalid: {
    title: 'This link is no longer valid',
    text: 'Take the link from the newest mail, or ask the person who set up the report to leave you out.',
  },
}

export type UnsubscribeMessages = typeof unsubscribeEn
