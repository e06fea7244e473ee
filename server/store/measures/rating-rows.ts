import type { Rows } from './measure.ts'

/**
 * Answers (and offers) `a` with the conversation they belong to. Legacy ratings on a live chat's ticket repeat the
 * chat's own rating: the chat's wins. A ticket may hold several chats: what was answered (or offered) on it belongs to
 * the latest that had begun by then, else to the first. A ticket that stands in for its chat has legacy ratings only.
 */
export const ratingRows: Rows = {
  from: 'conversation c cross join csat_answer a',
  where: `c.deleted = 0 and c.kind = 'conversation'
    and (a.conversation_id = c.id
      or a.ticket_id = c.ticket_id and a.conversation_id is null
        and not exists (select 1 from csat_answer own where own.conversation_id = c.id)
        and not exists (
          select 1 from conversation other
          where other.ticket_id = c.ticket_id and other.kind = 'conversation' and other.deleted = 0
            and case
              when c.started_at <= coalesce(a.answered_at, a.offered_at, c.started_at) then
                other.started_at <= coalesce(a.answered_at, a.offered_at, other.started_at)
                and (other.started_at, other.id) > (c.started_at, c.id)
              else other.started_at <= coalesce(a.answered_at, a.offered_at)
                or (other.started_at, other.id) < (c.started_at, c.id)
            end))`,
  source: 'a.source',
  weight: '1',
}
