import { agentId, departmentId } from './identifiers.ts'
import { createRandom, seedOf } from './random.ts'
import type { BrandTruth } from './truth.ts'
import type { World, WorldAgent, WorldRequester } from './types.ts'

const families = [
  '김',
  '이',
  '박',
  '최',
  '정',
  '강',
  '조',
  '윤',
  '장',
  '임',
  '한',
  '오',
  '서',
  '신',
  '권',
  '황',
]
const givens = [
  '민준',
  '서연',
  '도윤',
  '지우',
  '하준',
  '서윤',
  '지호',
  '수아',
  '은우',
  '하은',
  '예준',
  '유진',
  '현우',
  '지민',
]
const romanFamilies = [
  'kim',
  'lee',
  'park',
  'choi',
  'jung',
  'kang',
  'cho',
  'yoon',
  'jang',
  'lim',
  'han',
  'oh',
]

/** How a requester can be told again: by e-mail, by the site's own id alone, or not at all. */
export type Identity = 'email' | 'external' | 'anonymous'
const identities: readonly Identity[] = ['email', 'external', 'anonymous']

const FIRST_REQUESTER = 380_200_000_000
const PER_BRAND = 100_000_000

/** Ids tell the identity, so that nobody has to be remembered. */
export function requesterId(brandNumber: number, sequence: number, identity: Identity): number {
  return FIRST_REQUESTER + brandNumber * PER_BRAND + sequence * 4 + identities.indexOf(identity)
}

export function identityOf(id: number): Identity | undefined {
  return id >= FIRST_REQUESTER ? identities[(id - FIRST_REQUESTER) % 4] : undefined
}

/** The person behind an id, always the same; undefined for an id that is no requester's. */
export function requesterOf(worldSeed: number, id: number): WorldRequester | undefined {
  const identity = identityOf(id)
  if (identity === undefined) return undefined
  const random = createRandom(worldSeed, id, 31)
  const name = random.pick(families) + random.pick(givens)
  const locale = random.pick(['ko', 'ko', 'ko', 'ko', 'ko', 'ko', 'ko', 'ko', 'ko', 'en-US', 'ja'])
  const handle = `${random.pick(romanFamilies)}.${(id - FIRST_REQUESTER).toString(36)}`
  const hasExternalId = identity === 'external' || (identity === 'email' && random.chance(0.3))
  return {
    id,
    name: identity === 'anonymous' ? `Visitor ${seedOf(id) % 100_000_000}` : name,
    email: identity === 'email' ? `${handle}@example.com` : null,
    externalId: hasExternalId ? `member-${(id - FIRST_REQUESTER).toString(36)}` : null,
    locale,
  }
}

/** Everybody who wrote: by id, or each once in no particular order. */
export function requestersOf(
  worldSeed: number,
  conversations: readonly (readonly { requesterId: number }[])[],
): World['requesters'] {
  return {
    get: (id) => requesterOf(worldSeed, id),
    *values() {
      const ids = new Set(conversations.flat().map((one) => one.requesterId))
      for (const id of ids) {
        const requester = requesterOf(worldSeed, id)
        if (requester) yield requester
      }
    },
  }
}

/** The people of a brand: enough for its volume, and one who has left. */
export function agentsOf(worldSeed: number, brand: BrandTruth, scale: number): WorldAgent[] {
  const count = Math.min(24, Math.max(3, Math.round((brand.perDay * scale) / 10))) + 1
  return Array.from({ length: count }, (_, i) => {
    const random = createRandom(worldSeed, brand.number, i, 32)
    return {
      id: agentId(brand.number, i),
      name: random.pick(families) + random.pick(givens),
      email: `agent${brand.number}${String(i).padStart(2, '0')}@${brand.subdomain}.example.com`,
      groupId: departmentId(brand.number),
      active: i < count - 1,
    }
  })
}
