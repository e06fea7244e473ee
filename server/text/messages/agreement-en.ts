/** Whether the days of a page agree with Zendesk's own counts. */
export const agreementEnglish = {
  'agreement.agrees': 'Matches Zendesk',
  'agreement.agreesMore': 'What is stored agrees with Zendesk’s own counts ({n} {count:day|days} checked).',
  'agreement.differs': '{n} {count:day differs|days differ} from Zendesk',
  'agreement.differsMore':
    'Of {all} days checked, {n} {count:differs|differ} from Zendesk’s own counts: {days}.',
  'agreement.differsLatest':
    'Of {all} days checked, {n} {count:differs|differ} from Zendesk’s own counts; the latest are {days}.',
  'agreement.unchecked': 'Not yet checked against Zendesk',
  'agreement.uncheckedMore': 'None of these days was compared with Zendesk’s own counts yet.',
} as const
