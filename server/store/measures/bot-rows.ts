import type { Rows } from './measure.ts'

/** The bot's own record of its conversations: the AI agents export and imported files. */
export const botRows: Rows = {
  from: `(select brand_id, day, channel, language, source, survey_stars, resolved, count as weight, null as topic,
      null as group_id, null as hour_of_week, null as outside_hours, 1 as bot_involved
    from bot_conversation) c`,
  where: '1',
  source: 'c.source',
  weight: 'c.weight',
}
