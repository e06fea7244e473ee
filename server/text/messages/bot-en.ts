/** The page about what happens to conversations a bot takes part in. */
export const botEnglish = {
  'bot.title': 'Bot',
  'bot.lead': 'What happens to a conversation in which a bot takes part.',
  'bot.headline':
    'Of 100 conversations with the bot, {contained} end without a person, {answered} are handed over and answered by a person, and {unanswered} are handed over and get no answer.',
  'bot.headlineOthers':
    'Of 100 conversations with the bot, {contained} end without a person, {answered} are handed over and answered by a person, {unanswered} are handed over and get no answer, and {others} are still open or have no message.',
  'bot.noFunnel': 'No conversation with a bot in these days.',

  'funnel.title': 'What becomes of a conversation',
  'funnel.caption': 'Conversations with the bot, step by step',
  'funnel.step': 'Step',
  'funnel.count': 'Conversations',
  'funnel.share': 'Share of all',
  'funnel.started': 'The bot took part',
  'funnel.contained': 'Contained: ended without a person',
  'funnel.handedOff': 'Handed over to a person',
  'funnel.answered': 'Answered by a person',
  'funnel.resolved': 'of these, solved',
  'funnel.handedBack': 'of these, given back to the bot later',
  'funnel.unanswered': 'Ended without an answer',
  'funnel.waiting': 'Waiting for an answer, or not known',
  'funnel.undecided': 'Younger than five days, still with the bot',
  'funnel.silent': 'The customer wrote nothing',
  'funnel.note':
    'Every conversation ends in one step only. Closed days are included here; the report leaves them out. Contained does not mean helped: a customer who gives up is contained too.',
  'funnel.notMature': 'The latest five days can still change: a conversation may yet be handed over.',

  'botBrands.title': 'Brand by brand',
  'botBrands.caption': 'What becomes of conversations with the bot, brand by brand',
  'botBrands.contained': 'Contained',
  'botBrands.answered': 'Handed over, answered',
  'botBrands.unanswered': 'Handed over, no answer',
  'botBrands.none': 'No conversation with a bot in these weeks, or no bot: {brands}.',

  'botTrend.title': 'Week by week since the bot',
  'botTrend.allBrands': 'All brands with a bot',
  'botTrend.breaks':
    'A numbered line marks a day on which something began or changed its meaning; values on both sides of it may not be the same thing.',

  'botCells.title': 'The figures, before and after the move',
  'botCells.caption': 'The bot’s figures in the report',
  'botCells.figure': 'Figure',
  'botCells.before': 'Before: live chat',
  'botCells.after': 'After: messaging',
  'botCells.window': 'Weeks counted',
  'botCells.verdict': 'Comparison',
  'botCells.noRecord': 'no bot record',
  'botCells.liveChat':
    'Live chat kept no record of a bot, so nothing is known of bots before {day}. These figures have a level and a course after the move, and no verdict.',
  'botCells.liveChatAll':
    'Live chat kept no record of a bot. These figures have a level and a course after the move, and no verdict.',

  'botSources.title': 'Where the figures come from',
  'botSources.caption': 'Source of each figure and the days it tells of',
  'botSources.perBrand': 'Source of each figure, brand by brand',
  'botSources.brand': 'Brand',
  'botSources.figure': 'Figure',
  'botSources.source': 'Source',
  'botSources.days': 'Days',
  'botSources.tickets': 'Tickets and their messages',
  'botSources.ticket_field': 'Zendesk’s verdict on the ticket',
  'botSources.export': 'Export of AI agents',
  'botSources.import': 'Imported file',
  'botSources.records.export':
    'Export of AI agents: {n} {count:conversation|conversations}, {days}. Zendesk keeps these files for 30 days only; what was read stays.',
  'botSources.records.import': 'Imported files: {n} {count:conversation|conversations}, {days}.',
  'botSources.noRecords':
    'Neither the export of AI agents nor an imported file has told anything of these brands’ bots.',
  'botSources.import.link': 'Import a file in Data health',
  'botSources.health.link': 'See Data health',

  'botGap.title': 'What is missing',
  'botGap.bot_only_not_recorded':
    '{brand}: the bot answered from {from}, but Zendesk kept tickets of bots only from {to}. Contacts of the bot alone in between were never recorded, so the figures begin later.',
  'botGap.bot_only_not_recorded_open':
    '{brand}: the bot answers since {from}, but no ticket of a bot has been kept yet. Contacts of the bot alone are not recorded; switch on AI agent tickets in Zendesk.',
  'botGap.involvement_unknown':
    '{brand}: {n} {n:day|days} left out, because of more than 10% of the conversations it is not known whether the bot took part.',
  'botGap.sampled':
    '{brand}: a fixed sample of the tickets’ messages is read. Shares hold for all conversations; counts are of the sample.',
  'botGap.export_not_read.key':
    'The export of AI agents is not read: no key for it has been entered. Bot ratings and most automated resolutions are missing.',
  'botGap.export_not_read.bots':
    'The export of AI agents is not read: the settings name no bot. Bot ratings and most automated resolutions are missing.',
  'botGap.no_bot_named':
    '{brand}: the settings name no bot of this brand, so its records in the export are counted nowhere.',

  'botNone.title': 'No bot has taken part here',
  'botNone.text':
    'No ticket of a bot, no message of a bot and no imported file is known for what you chose. Once a bot answers in Zendesk messaging, this page fills in by itself.',
  'botNone.unrecordedTitle': 'A bot answers, but nothing is recorded of it',
  'botNone.unrecordedText':
    'The settings say that a bot answers here, yet no ticket and no message shows it. Switch on AI agent tickets in Zendesk, or import a file of bot conversations.',
} as const
