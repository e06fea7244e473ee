/**
 * Something that is in no figure, or only in part. `name`: of the channel, the bot or the part of the account.
 * channel: of a messenger no setting names · bot: of no brand · bot_export_key, bot_export_bots: why the bots' export is
 * not read · engagements_before: nobody has engagements from before `since` · stand_in_tickets: live chats are told by
 * their tickets · refused, absent: a part of the account.
 */
export type DataGap = {
  kind:
    | 'channel'
    | 'bot'
    | 'bot_export_key'
    | 'bot_export_bots'
    | 'engagements_before'
    | 'stand_in_tickets'
    | 'refused'
    | 'absent'
  name: string | null
  /** Tickets or conversations. */
  count: number | null
  since: string | null
}

/** Tickets of a brand whose messages figures need, and of how many they are known. */
export type DetailCoverage = {
  brand: { id: number; name: string }
  tickets: number
  /** Of those, the ones in the sample; all of them where no sample is taken. */
  sampled: number
  /** Of those in the sample, the ones whose messages are known. */
  known: number
  unreadable: number
}
