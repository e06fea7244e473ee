/** What stands in braces is a name that is the same in every language. */
const support401 =
  'Zendesk does not accept these credentials: check {ZENDESK_CLIENT_ID} and {ZENDESK_CLIENT_SECRET} (or {ZENDESK_EMAIL} and {ZENDESK_API_TOKEN}) against Admin Center > Apps and integrations > APIs'
const support404 =
  'Zendesk does not know this address: check that {ZENDESK_SUBDOMAIN} is the part before {.zendesk.com}'
const support = { 401: support401, 404: support404 }

/** What Zendesk lets us read and why not, by code: what is so, and what to change where. */
export const connectionEnglish = {
  account_allowed: 'Brands, groups and agents can be read',
  account_401: support[401],
  account_403:
    'Zendesk refuses to show brands, groups and agents: tie the OAuth client to an administrator and give it the scope "{read}"',
  account_404: support[404],

  chats_allowed: 'Live chats can be read',
  chats_not_configured:
    '{ZENDESK_CHAT_TOKEN} is missing: create a token with the scope "{read}" under Chat > Settings > Account > API, then set it in the environment or store it with {npm run admin -- connect}',
  chats_401:
    'Zendesk Chat does not accept the token: create a new one under Chat > Settings > Account > API and put it in {ZENDESK_CHAT_TOKEN}',
  chats_403:
    'Zendesk Chat refuses the chat history: create a token with the scope "{read}" as an administrator of Chat and put it in {ZENDESK_CHAT_TOKEN}',
  chats_404:
    'This account has no Zendesk Chat: check that {ZENDESK_SUBDOMAIN} is the part before {.zendesk.com} and that Chat is still active',
  chat_client_secret_missing:
    '{ZENDESK_CHAT_CLIENT_SECRET} is missing: set it in the environment beside {ZENDESK_CHAT_CLIENT_ID}, or store it with {npm run admin -- connect}',
  chat_token_refused:
    'Zendesk Chat gives this OAuth client no token: check {ZENDESK_CHAT_CLIENT_ID} and {ZENDESK_CHAT_CLIENT_SECRET}, and that the client is confidential; or use a token in {ZENDESK_CHAT_TOKEN} instead',

  tickets_allowed: 'Tickets can be read',
  ai_agent_tickets_allowed: 'Tickets of AI agents can be read',
  tickets_401: support[401],
  tickets_403:
    'Zendesk refuses the incremental ticket export: only administrators may read it, so tie the OAuth client to an administrator and give it the scope "{read}"',
  tickets_404: support[404],

  ticket_details_allowed: 'The course of single tickets can be read',
  ticket_details_untried: 'Whether the course of single tickets can be read shows once a ticket has arrived',
  ticket_details_401: support[401],
  ticket_details_403:
    'Zendesk refuses ticket audits: they need the global scope "{read}" ("{tickets:read}" is not enough) and a user who sees all tickets',
  ticket_details_404: support[404],

  satisfaction_ratings_allowed: 'Satisfaction ratings can be read',
  satisfaction_ratings_401: support[401],
  satisfaction_ratings_403:
    'Zendesk refuses satisfaction ratings: they need an administrator and a plan with CSAT; if the account only uses the newer surveys, this can stay as it is',
  satisfaction_ratings_404:
    'This account has no satisfaction ratings: switch CSAT on in Admin Center, or leave it if the account only uses the newer surveys',

  survey_responses_allowed: 'CSAT survey responses can be read',
  survey_responses_401: support[401],
  survey_responses_403:
    'Zendesk refuses CSAT survey responses: they need an administrator and Support Professional, Suite Growth or higher; if the account still uses the older ratings, this can stay as it is',
  survey_responses_404:
    'This account has no CSAT surveys: switch them on in Admin Center, or leave it if the account still uses the older ratings',

  engagements_allowed: 'Omnichannel engagements can be read',
  engagements_401: support[401],
  engagements_403:
    'Zendesk refuses omnichannel engagements: they need omnichannel routing and an administrator; without them hand-overs, handling time and concurrency stay empty after the move',
  engagements_404:
    'This account has no omnichannel engagements: switch omnichannel routing on in Admin Center, or leave it; hand-overs, handling time and concurrency then stay empty after the move',

  bot_conversations_allowed: 'The export of AI agents – Advanced can be read',
  bot_conversations_no_file:
    'AI agents – Advanced accepts the key; it has no file for yesterday, as on a day without bot conversations',
  bot_conversations_not_configured:
    'The export of AI agents – Advanced is not set up: create a key under AI agents > Settings > API keys, set {AI_AGENTS_API_KEY} and {AI_AGENTS_ORGANIZATION_ID}, or leave it if the account has no such add-on',
  bot_conversations_no_bot:
    'No bot is known: give each brand its bot ids in the settings ({npm run admin -- settings export}), so that their export can be read',
  bot_conversations_401:
    'AI agents – Advanced does not accept the key: create one under AI agents > Settings > API keys and put it in {AI_AGENTS_API_KEY}',
  bot_conversations_403:
    'AI agents – Advanced refuses the data export: create a key that may export data and put it in {AI_AGENTS_API_KEY}',
  bot_conversations_404:
    'AI agents – Advanced does not know this address or bot: check {AI_AGENTS_BASE_URL} and the bot ids in the settings',
  ai_agents_redirected: 'AI agents – Advanced redirects elsewhere: check {AI_AGENTS_BASE_URL}',
  ai_agents_plain_address:
    'AI agents – Advanced names a file at an address that is not {https}, so it was not fetched: check {AI_AGENTS_BASE_URL}',

  reconciliation_allowed: 'Tickets can be counted, so that what is stored can be checked',
  reconciliation_401: support[401],
  reconciliation_403:
    'Zendesk refuses to count tickets: tie the OAuth client to an administrator and give it the scope "{read}"',
  reconciliation_404: support[404],

  credential_oauth: 'Cutover is signed in to Zendesk as an administrator, with an OAuth client',
  credential_missing:
    'The secret of the Zendesk account is missing: set {ZENDESK_CLIENT_SECRET} (or {ZENDESK_API_TOKEN}) in the environment, or store it with {npm run admin -- connect}',
  credential_anonymous:
    'Zendesk answers as to a stranger: it does not know the e-mail address or the token; check {ZENDESK_EMAIL} and {ZENDESK_API_TOKEN}, or create an OAuth client in Admin Center > Apps and integrations > APIs',
  credential_not_admin:
    'Zendesk accepts the credentials of a user who is no administrator: exports are for administrators only, so tie the OAuth client to an administrator in Admin Center > Apps and integrations > APIs > OAuth clients',
  everything_refused:
    'Zendesk gives a token and then refuses everything: give the OAuth client the scope "{read}" and tie it to an administrator in Admin Center > Apps and integrations > APIs > OAuth clients',
  scope_missing:
    'The token of the OAuth client lacks a scope: give the client the scope "{read}" (not only "{tickets:read}") in Admin Center > Apps and integrations > APIs > OAuth clients',
  credential_first: 'This cannot be checked before Cutover can sign in to Zendesk',
  api_token_ends:
    'API tokens stop on {2027-04-30}: create an OAuth client in Admin Center > Apps and integrations > APIs before then, set {ZENDESK_CLIENT_ID} and {ZENDESK_CLIENT_SECRET}, and remove {ZENDESK_EMAIL} and {ZENDESK_API_TOKEN}',
  api_token_ended:
    'Zendesk has ended API tokens on {2027-04-30}, so this one is no longer sent: create an OAuth client in Admin Center > Apps and integrations > APIs and set {ZENDESK_CLIENT_ID} and {ZENDESK_CLIENT_SECRET}',
  token_invalid_client:
    'Zendesk does not know this OAuth client or its secret: check {ZENDESK_CLIENT_ID} and {ZENDESK_CLIENT_SECRET}, and that the client is confidential and has the scope "{read}"',
  token_invalid_scope:
    'The OAuth client may not have the scope "{read}": add it to the client in Admin Center > Apps and integrations > APIs > OAuth clients',
  token_refused:
    'Zendesk gives this OAuth client no token: check {ZENDESK_CLIENT_ID} and {ZENDESK_CLIENT_SECRET}, and that the client is confidential and has the scope "{read}"',
  token_404: support[404],

  redirected: 'Zendesk redirects elsewhere: check {ZENDESK_SUBDOMAIN} or {ZENDESK_BASE_URL}',
  unexpected_status: 'Zendesk answered with an error that is not known here; look at {status.zendesk.com}',
  unknown_form: 'Zendesk answered in a form this version does not know: look for a newer version of Cutover',
  list_stuck:
    'Zendesk names the same page of a list as the next one again and again; the next run tries anew. If it lasts, look at {status.zendesk.com}',
  no_brand: 'Zendesk lists no brand: tie the OAuth client to an administrator of the account',
  clock_ahead:
    'Zendesk says that the present has not come yet: the clock of this machine is more than an hour ahead; set it right',
  log_slow:
    'Zendesk did not answer the conversation log within a minute; the tickets that need it are read by the next run. If it lasts, look at {status.zendesk.com}',
  no_answer:
    'Zendesk did not answer after several tries; the next run goes on from here. If it lasts, look at {status.zendesk.com} and at the network',
  upstream: 'Another system answered with an error; the log says which',
} as const
