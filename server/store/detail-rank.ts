import { ranks } from '../metrics/detail-sample.ts'

/** Keeps products below 63 bits, where SQLite would go on with decimals. */
const MASK = 2_147_483_647

/** A ticket's own number; of a chat, which may have none, the second it began in. */
const numberOf = `(case when c.id glob 'ticket:*' then c.ticket_id else c.started_at / 1000 end)`

/** Three rounds: after two, odd and even numbers still differ. */
const mixed = [
  ['1540483477', 13],
  ['1103515245', 11],
  ['1812433253', 15],
].reduce(
  (number, [factor, shift]) => `((${number} * ${factor} >> ${shift}) & ${MASK})`,
  `((${numberOf} & ${MASK}) + (${numberOf} >> 31))`,
)

/** A fixed number of 0…1023 for a row `c`, as if drawn by lot: the same in every run and database. */
export const detailRank = `((${mixed} >> 9) & ${ranks - 1})`

/** True for a row `c` whose messages Zendesk keeps with a ticket; a bot's own tickets need none. */
export const hasTicketMessages = `(c.source <> 'bot' and c.id glob 'ticket:*')`

/**
 * True for a row `c` that speaks for its brand's week: those of the sample below `:sampleBelow`. Chats beside tickets of
 * which a sample is read are sampled alike: all of them would outweigh it.
 */
export const isInDetailSample = `coalesce(${detailRank} < :sampleBelow, 1)`

/** For `:sampleBelow` where there is no sample. */
export const wholeSample = ranks
