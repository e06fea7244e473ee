import { z } from 'zod'
import type { PermissionCheck } from '../../server/store/permission-checks.ts'
import { id } from '../zendesk/wire.ts'
import type { Finding } from './finding.ts'
import { finding, findingOf } from './finding.ts'
import type { SyncContext } from '../sync-stream.ts'
import { questions } from './questions.ts'

/** Zendesk answers strangers too, as a user without a number. */
const meSchema = z.object({ user: z.object({ id: id.nullish(), role: z.string().nullish() }) })

type Me = z.infer<typeof meSchema>['user']
type Answered = { subject: string; isSupport: boolean; found: Finding }

/** Every subject's finding, the credential first; one refusal keeps no other question from being asked. */
export async function askAll(given: SyncContext): Promise<PermissionCheck[]> {
  const me = await askWhoWeAre(given)
  const isShutOut = 'state' in me || isStranger(given, me)
  const answered: Answered[] = []
  for (const { subject, audience, ask } of questions) {
    const isSupport = audience === 'support'
    const found =
      isSupport && isShutOut
        ? finding('unknown', 'credential_first')
        : await answerOf(given, () => ask(given))
    answered.push({ subject, isSupport, found })
  }
  const credential = 'state' in me ? me : judgeCredential(given, me, answered)
  const checked_at = given.clock.now()
  return [{ subject: 'credential', found: credential }, ...answered].map(({ subject, found }) => ({
    subject,
    ...found,
    checked_at,
  }))
}

/** Who Zendesk takes us for, or why it does not say. A 403 is left to the other questions to explain. */
async function askWhoWeAre(given: SyncContext): Promise<Me | Finding> {
  const about = { path: '/api/v2/users/me', bucket: 'account', subject: 'account' } as const
  try {
    return meSchema.parse(await given.client.get(about)).user
  } catch (error) {
    const found = findingOf(error, given.signal)
    return found.code === 'account_403' || found.code === 'scope_missing' ? {} : found
  }
}

async function answerOf({ signal }: SyncContext, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask()
  } catch (error) {
    return findingOf(error, signal)
  }
}

/** With an API token, a user without a number means that nothing else would be answered either. */
function isStranger({ config }: SyncContext, me: Me): boolean {
  return config.zendesk.credential.kind === 'token' && (me.id ?? null) === null
}

function judgeCredential(given: SyncContext, me: Me, answered: readonly Answered[]): Finding {
  if (isStranger(given, me)) return finding('refused', 'credential_anonymous')
  // A client of too small a scope is given a token all the same.
  const support = answered.filter(({ isSupport }) => isSupport).map(({ found }) => found)
  const lacksScope = support.find(({ code }) => code === 'scope_missing')
  if (lacksScope) return lacksScope
  const asked = support.filter(({ code }) => code !== 'ticket_details_untried')
  if (asked.every(({ state }) => state === 'refused')) return finding('refused', 'everything_refused')
  if (me.id === null) return finding('refused', 'credential_anonymous')
  if (typeof me.role === 'string' && me.role !== 'admin') return finding('refused', 'credential_not_admin')
  // Where Zendesk does not say who we are, only an export proves an administrator.
  const tickets = answered.find(({ subject }) => subject === 'tickets-agent')?.found
  if (me.role !== 'admin' && tickets && tickets.state !== 'allowed') return tickets
  const { kind } = given.config.zendesk.credential
  return finding('allowed', kind === 'token' ? 'api_token_ends' : 'credential_oauth')
}
