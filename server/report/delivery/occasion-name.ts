import type { Day } from '../../periods/day.ts'

const NOTICE = 'notice '
const TO_ME = 'to me '

/** What stands for the occasion of a notice to the owner. */
export function noticeOf(day: Day): string {
  return `${NOTICE}${day}`
}

/** The same of a mail somebody sent themselves; `token` tells two of one moment apart. */
export function toMeAt(now: number, token: string): string {
  return `${TO_ME}${new Date(now).toISOString()} ${token}`
}

export function kindOf(occasion: string): 'report' | 'notice' | 'to_me' {
  if (occasion.startsWith(NOTICE)) return 'notice'
  return occasion.startsWith(TO_ME) ? 'to_me' : 'report'
}
