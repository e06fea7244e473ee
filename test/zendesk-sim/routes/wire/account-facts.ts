/** Ids of the simulated account that no story depends on. */
export const resolutionFieldId = 6130830400101
export const resolutionTierFieldId = 6130830400102
export const ticketFormId = 6130830344474
export const satisfactionSurveyId = '01J58KJ9RAE0D2EK7HRVM7Z8F2'
export const botProfileName = 'Answer Bot'
