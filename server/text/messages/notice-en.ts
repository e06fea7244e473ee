/** The mail that tells a schedule's owner of trouble. */
export const noticeEn = {
  subject: (schedule: string) => `Cutover: “${schedule}” could not be sent as planned`,
  opening: (schedule: string) => `You answer for the report “${schedule}”. This happened:`,
  tooLate: (week: string) =>
    `The data of the week of ${week} did not come by the deadline, so recipients got no mail.`,
  sentEarlier: (week: string, told: string) =>
    `The data of the week of ${week} did not come by the deadline. Recipients got the week of ${told}, and were told so.`,
  unknown: (address: string) =>
    `Nobody can know whether the mail to ${address} arrived: the mail server gave no answer. Ask before you send it again.`,
  refusedAddress: (address: string, message: string) =>
    `The mail server knows no address ${address} (${message}). Nothing more is sent there until you correct it.`,
  failedAgain: (address: string, message: string) =>
    `The mail to ${address} could not be sent yet (${message}). It is tried again by itself.`,
  failedForGood: (address: string, message: string) =>
    `The mail to ${address} could not be sent (${message}). It is not tried again by itself.`,
  more: (count: number) => (count === 1 ? 'And one more recipient.' : `And ${count} more recipients.`),
  closing: 'You get this once; the next time only after a report has gone out well.',
  history: 'Open the history of the report',
}

export type NoticeMessages = typeof noticeEn
