/** The page about how satisfied customers are, who answers, and what they were asked. */
export const csatEnglish = {
  'csat.title': 'Customer satisfaction (CSAT)',
  'csat.lead':
    'How satisfied customers are, who of them answers, and whether they were asked the same thing.',
  'csat.side.before': 'Before the move',
  'csat.side.after': 'After the move',
  'csat.side.only': 'Ratings',
  'csat.source.chat_rating': 'Rating in the live chat',
  'csat.source.legacy_rating': 'Rating on the ticket',
  'csat.source.survey': 'Survey',
  'csat.sourceText.chat_rating': 'good or bad, asked in the chat itself',
  'csat.sourceText.legacy_rating': 'good or bad, asked after the ticket is solved',
  'csat.sourceText.survey': 'a survey with a scale, sent after the ticket is solved',

  'csatAnswer.satisfied': 'How satisfied are customers?',
  'csatAnswer.everybody': 'Does everybody answer?',
  'csatAnswer.same': 'Was it the same question?',
  'csatAnswer.goodOf': '{good} of {n} {count:rating|ratings} good',
  'csatAnswer.answerOf': '{answered} of {asked} asked answered',
  'csatAnswer.few': 'Of 100 customers who were asked, about {n} answer. The others may think differently.',
  'csatAnswer.nobody': 'Nobody answered in these days.',
  'csatAnswer.yes': 'Yes, the same kind',
  'csatAnswer.no': 'No, another one',
  'csatAnswer.unknown': 'Cannot be told',
  'csatAnswer.yesText':
    'Both times customers choose good or bad. They are asked at another moment than before, so a difference may come from that too.',
  'csatAnswer.yesSurvey':
    'Both times customers get the same kind of survey. It may come at another moment than before.',
  'csatAnswer.noText':
    'Before: {before}. After: {after}. These are different questions, so the two shares stand side by side and are not compared.',
  'csatAnswer.oneText': 'One stretch of days is shown, so there is nothing to hold it against.',
  'csatAnswer.oneSideText': 'On one side there are no ratings yet.',
  'csatAnswer.mixedText':
    'Brands ask different questions: {sources}. The shares of different sources are never added up.',
  'csatAnswer.bounds':
    'The share of customers who answer moved from {before} to {after}. Had equally many answered as before, the change could lie anywhere between {low} and {high}.',

  'csatBars.title': 'Good, neutral and bad',
  'csatBars.good': 'good',
  'csatBars.neutral': 'neutral',
  'csatBars.bad': 'bad',
  'csatBars.part': '{n} {word} ({share})',
  'csatBars.score': '{share} good',
  'csatBars.scoreNote':
    'CSAT is good among good and bad; neutral answers are shown and not counted. The bars show shares of all answers.',
  'csatBars.answered': '{answered} of {asked} asked answered ({share})',
  'csatBars.none': 'No ratings in these days.',
  'csatBars.leftOut': '{n} {n:day|days} left out: closed, or without data.',

  'csatTrend.score': 'Good among good and bad, week by week',
  'csatTrend.response': 'Share of those asked who answer, week by week',
  'csatTrend.allBrands': 'All brands',
  'csatTrend.asked': 'Asked',
  'csatTrend.askedCount': '{n} asked',

  'csatWho.title': 'Who answers',
  'csatWho.text':
    'The share of those asked who answered, of the source with the most answers. A group with fewer than {n} asked has no share.',
  'csatWho.channel': 'By channel',
  'csatWho.language': 'By language',
  'csatWho.hours': 'By time of day',
  'csatWho.bot': 'With and without a bot',
  'csatWho.group': 'Group',
  'csatWho.share': 'Answered',
  'csatWho.asked': 'Asked',
  'csatWho.tooFew': 'too few asked',
  'csatWho.noGroup': 'none',
  'csatWho.unknown': 'not known',
  'csatWho.night': '0–6 o’clock',
  'csatWho.morning': '6–12 o’clock',
  'csatWho.afternoon': '12–18 o’clock',
  'csatWho.evening': '18–24 o’clock',
  'csatWho.yes': 'A bot took part',
  'csatWho.no': 'No bot',
  'csatWho.chat': 'Live chat',
  'csatWho.native_messaging': 'Messaging (web and app)',

  'csatBrands.title': 'Brand by brand',
  'csatBrands.caption': 'Satisfaction and response rate, brand by brand',
  'csatBrands.brand': 'Brand',
  'csatBrands.before': 'Good before',
  'csatBrands.after': 'Good after or now',
  'csatBrands.verdict': 'Verdict',
  'csatBrands.responseBefore': 'Answered before',
  'csatBrands.responseAfter': 'Answered after or now',

  'csatMeasure.title': 'How this is measured',
  'csatMeasure.comments':
    'Comments are not stored. Only the rating itself is kept, never what customers wrote.',
  'csatNone.title': 'No ratings yet',
  'csatNone.text':
    'Neither a rating nor a survey has been read for what you chose. Once customers rate, this page fills in by itself.',
  'csatNone.offTitle': 'This account does not ask customers',
  'csatNone.offText':
    'Zendesk says that customer satisfaction is switched off or not part of the plan. An administrator can switch it on in Zendesk under Objects and rules.',
} as const
