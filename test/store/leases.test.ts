import { describe, expect, it } from 'vitest'
import { readLease, releaseLease, takeLease } from '../../server/store/leases.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const first = { holder: 'first', host: 'here', pid: 10 }
const second = { holder: 'second', host: 'here', pid: 11 }
const alive = { now: 1_000, ttlMs: 10_000, isAlive: () => true }

describe('the lease', () => {
  it('is given to one holder at a time', () => {
    const db = database()

    expect(takeLease(db, 'jobs', first, alive)).toBe(true)
    expect(takeLease(db, 'jobs', second, alive)).toBe(false)
    expect(readLease(db, 'jobs')?.holder).toBe('first')
  })

  it('is renewed by its holder', () => {
    const db = database()
    takeLease(db, 'jobs', first, alive)

    expect(takeLease(db, 'jobs', first, { ...alive, now: 5_000 })).toBe(true)
    expect(readLease(db, 'jobs')?.expires_at).toBe(15_000)
  })

  it('passes on once it has run out', () => {
    const db = database()
    takeLease(db, 'jobs', first, alive)

    expect(takeLease(db, 'jobs', second, { ...alive, now: 11_000 })).toBe(true)
  })

  it('passes on at once when its process on this host is dead, not when it runs on another host', () => {
    const db = database()
    const dead = { ...alive, isAlive: () => false }
    takeLease(db, 'jobs', first, alive)

    expect(takeLease(db, 'jobs', { ...second, host: 'elsewhere' }, dead)).toBe(false)
    expect(takeLease(db, 'jobs', second, dead)).toBe(true)
  })

  it('cannot be released by somebody else', () => {
    const db = database()
    takeLease(db, 'jobs', first, alive)

    releaseLease(db, 'jobs', 'second')
    expect(readLease(db, 'jobs')?.holder).toBe('first')
    releaseLease(db, 'jobs', 'first')
    expect(readLease(db, 'jobs')).toBeNull()
  })
})

function database() {
  const db = migratedDatabase()
  return db
}
