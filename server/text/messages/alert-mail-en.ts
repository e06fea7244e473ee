/** What stands around alerts in a mail. */
export const alertMailEn = {
  name: 'Alert',
  subject: (first: string, others: number) =>
    `Cutover alert: ${first}${others > 0 ? ` and ${others} more` : ''}`,
  subjectOver: (first: string, others: number) =>
    `Cutover, over: ${first}${others > 0 ? ` and ${others} more` : ''}`,
  heading: (count: number) => (count === 1 ? 'One thing to know' : `${count} things to know`),
  kinds: { begun: 'Begun', still: 'Still so', over: 'Over', changed: 'Changed' },
  ofRule: (rule: string, owner: string) => `Alert “${rule}”, looked after by ${owner}.`,
  noticed: (moment: string) => `Noticed ${moment}.`,
  since: (moment: string) => `Since ${moment}.`,
  more: (count: number) => `And ${count} more: open the alerts.`,
  open: { figure: 'Open the figure', dataHealth: 'Open Data health', reports: 'Open Reports' },
  alerts: 'Open the alerts',
  closing: 'It is not sent again while it stays as it is, unless the alert says so.',
  sentTo: (name: string, zone: string) => `Sent to ${name}. Times are ${zone} time.`,
  unsubscribe: 'Stop all alerts',
  subscription: 'Alerts',
}

export type AlertMailMessages = typeof alertMailEn
