/** What stands for “all alerts” where a link that ends mails names a report. */
export const ALL_ALERTS = 0
