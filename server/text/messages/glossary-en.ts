/** What the glossary says in English; the metrics themselves come from the catalogue. */
export const glossaryEnglish = {
  'glossary.title': 'Glossary',
  'glossary.lead':
    'What every figure measures before and after the move, and what the words of the verdicts mean.',
  'glossary.search': 'Search',
  'glossary.searchHint': 'A figure or a word',
  'glossary.found': '{n} of {all} entries',
  'glossary.nothing': 'No entry contains “{query}”. Try a shorter word, or empty the search.',
  'glossary.contents': 'Contents',
  'glossary.words': 'Words',
  'glossary.states': 'Verdicts',
  'glossary.grades': 'Evidence grades',
  'glossary.methods': 'Methods',
  'glossary.fairness': 'How fair a comparison is',
  'glossary.formula': 'In short',
  'glossary.unit': 'Shown as',
  'glossary.comparison': 'Fairness of the comparison',
  'glossary.open': 'This entry in the glossary',

  'unitWord.seconds': 'minutes and seconds',
  'unitWord.share': 'percent; differences in percentage points',
  'unitWord.per_week': 'number per week',
  'unitWord.messages': 'messages per conversation',
  'unitWord.conversations_at_once': 'conversations at once',
  'unitWord.per_agent_hour': 'conversations per agent hour',
  'unitWord.currency': 'money of the account’s currency',
  'better.neutral': 'neither direction is better in itself',

  'formula.first_reply': 'median of (first agent reply − start of the clock)',
  'formula.unserved_rate': 'without an agent’s reply in time ÷ needing a person',
  'formula.recontact_rate': 'came back within 7 days ÷ ended, customer known',
  'formula.csat': 'good ÷ (good + bad)',
  'formula.demand': 'conversations of the week',
  'formula.human_workload': 'conversations of the week with an agent’s reply',
  'formula.first_reply_any': 'median of (first reply by anyone − first customer message)',
  'formula.wait_to_agent': 'median of (agent joins − person needed)',
  'formula.average_reply': 'median of (waiting time ÷ replies) per conversation',
  'formula.missed_rate': 'missed chats ÷ chats',
  'formula.dropped_rate': 'dropped chats ÷ chats',
  'formula.transfer_rate': 'with more than one agent ÷ with an agent',
  'formula.resolution_time': 'median of (first solved − person needed)',
  'formula.reopen_rate': 'reopened ÷ solved',
  'formula.one_touch_rate': 'solved in one go ÷ solved',
  'formula.csat_response_rate': 'rated ÷ asked',
  'formula.bot_csat': '4–5 stars ÷ ratings of the bot',
  'formula.containment_rate': 'ended with the bot ÷ begun with the bot',
  'formula.handoff_rate': 'handed to a person ÷ begun with the bot',
  'formula.automated_resolution_rate': 'resolved by the bot, says Zendesk ÷ begun with the bot',
  'formula.human_share': 'with an agent’s reply ÷ conversations',
  'formula.out_of_hours_share': 'begun outside opening hours ÷ conversations',
  'formula.messages_per_conversation': 'messages of customers and agents ÷ conversations',
  'formula.handle_time': 'median of the agents’ time per conversation',
  'formula.concurrency': 'length of all engagements ÷ time with at least one open',
  'formula.conversations_per_agent_hour': 'conversations served ÷ agent hours',
  'formula.cost_per_resolution': '(agent hours × hourly cost + seats + bot fees) ÷ resolved without a return',

  'meaning.improved':
    'The figure changed for the better, by more than the smallest change we call, and too steadily to be chance. Whether the move did it is told by the evidence grade.',
  'meaning.worse':
    'The figure changed for the worse, by more than the smallest change we call, and too steadily to be chance. Whether the move did it is told by the evidence grade.',
  'meaning.higher':
    'The figure rose clearly, but more is neither better nor worse in itself, as with the number of contacts. What it means is for you to judge.',
  'meaning.lower':
    'The figure fell clearly, but less is neither better nor worse in itself, as with the number of contacts. What it means is for you to judge.',
  'meaning.no_clear_change':
    'There is enough data, but the change is either too small to matter or cannot be told from chance. It does not prove that nothing changed: the range says how large a change could still be.',
  'meaning.not_enough_data':
    'Too few weeks or too few conversations have passed since the move. The day on which there will be enough is shown where it is known.',
  'meaning.not_comparable':
    'The two sides do not measure the same thing, or a needed source is missing. Both values may be shown, but nothing is concluded from them; the reason stands beside.',
  'meaning.not_moved':
    'The brand still works with live chat. It serves as a yardstick for the brands that have moved.',

  'word.conversation': 'Conversation',
  'word.conversation.text':
    'One contact of a customer: a live chat before the move, a messaging ticket after it. A messaging ticket counts once, however often it is taken up again.',
  'word.cutover': 'Day of the move',
  'word.cutover.text':
    'The day from which a brand’s customers reached it by messaging, in the brand’s own time zone. It is found in the data, and a person may confirm or correct it.',
  'word.before_after': 'Before and after',
  'word.before_after.text':
    'Two stretches of whole weeks on either side of the move, the same weekdays in both. Exactly these weeks carry the verdict, and they are named beside every value.',
  'word.ramp': 'Settling-in period',
  'word.ramp.text':
    'The days right after the move in which everybody is still learning. They are left out of every comparison, and shown hatched in the charts.',
  'word.range': 'Range',
  'word.range.text':
    'Where the true change most likely lies: in 95 of 100 cases such a range holds it. A wide range means that the data cannot say it more exactly yet.',
  'word.margin': 'Smallest change we call',
  'word.margin.text':
    'A change below this size makes no difference in daily work, so it is never called, however certain it is. Times and numbers need 10%, shares one to three percentage points.',
  'word.points': 'Percentage point',
  'word.points.text':
    'The difference between two percentages: from 88% to 76% is 12 points less. Saying “12%” would leave open what of.',
  'word.median': 'Median',
  'word.median.text':
    'The value in the middle: half of the customers waited less, half waited longer. A few very long waits do not shift it as they would an average.',
  'word.controls': 'Comparison brands',
  'word.controls.text':
    'Brands that had not moved in the weeks in question. Whatever they show as well, such as season or holidays, cannot be due to the move.',
  'word.expected': 'Expected without the move',
  'word.expected.text':
    'What the figure would likely have been had the brand not moved, worked out from the comparison brands or from the brand’s own course. The verdict is the distance to this value, not to the value before.',
  'word.swing': 'Usual swings',
  'word.swing.text':
    'How far the figure moved by itself between comparable periods before the move. Changes of that size happen without any move, so ranges are widened by it.',
  'word.mix': 'Mix of questions',
  'word.mix.text':
    'If customers ask other things than before, a figure changes although nothing got better or worse. Beside the plain change stands the one with the same languages, topics and times of day on both sides.',
  'word.pooled': 'All brands together',
  'word.pooled.text':
    'The mean of the brands’ changes, in which clearer results count more. Only brands that you may see are in it, and at least two.',
  'word.served': 'Served',
  'word.served.text':
    'A conversation in which a person wrote at least one message the customer can read. Messages of bots and automations, and internal notes, do not count.',
  'word.handoff': 'Hand-off',
  'word.handoff.text':
    'The moment from which a person was needed: the start of a live chat, or the bot’s handing over in messaging. Waiting times begin there or with the customer’s first message, whichever is later.',
  'word.maturity': 'Weeks that still come in',
  'word.maturity.text':
    'Ratings, solutions and returning customers follow days after a conversation. A week counts only once that time has passed; until then it is marked as still coming in.',
  'word.reconciliation': 'Reconciliation',
  'word.reconciliation.text':
    'Our counts are held against Zendesk’s own, day by day and brand by brand. Days that differ too much are left out of the verdicts, and Data health names them.',
  'word.engagement': 'Engagement',
  'word.engagement.text':
    'The stretch in which one agent works on a conversation. Zendesk keeps them for 90 days, so figures that rest on them can only tell of weeks that were fetched in time.',
} as const
