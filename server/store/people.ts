import type { Language, Role } from '../contract.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export type Person = {
  id: number
  email: string
  name: string
  role: Role
  language: Language
  /** What is stored; whether somebody really sees all brands is `seesAllBrands`. */
  allBrands: boolean
  disabledAt: number | null
}

export type NewPerson = {
  email: string
  name: string
  role: Role
  language: Language
  allBrands: boolean
  passwordHash: string
  /** Brands of somebody who does not see all of them. */
  brandIds?: readonly number[]
  now: number
}

type PersonRow = {
  id: number
  email: string
  name: string
  role: Role
  language: Language
  all_brands: number
  password_hash: string
  disabled_at: number | null
}

/** Adds a person and gives back the id. Throws when the e-mail address is taken. */
export function createPerson(db: Database, person: NewPerson): number {
  return inTransaction(db, () => {
    const email = normalizeEmail(person.email)
    if (findPersonByEmail(db, email))
      throw new Error(`createPerson: ${email} has an account already; reset its password instead`)
    const { lastInsertRowid } = statement(
      db,
      `insert into person (email, name, role, language, all_brands, password_hash, created_at)
       values (:email, :name, :role, :language, :allBrands, :passwordHash, :now)`,
    ).run({
      email,
      name: person.name,
      role: person.role,
      language: person.language,
      allBrands: person.allBrands ? 1 : 0,
      passwordHash: person.passwordHash,
      now: person.now,
    })
    const id = Number(lastInsertRowid)
    writePersonBrands(db, id, person.brandIds ?? [])
    return id
  })
}

/** The person with this address, in whatever case it was typed, disabled or not. */
export function findPersonByEmail(db: Database, email: string): (Person & { passwordHash: string }) | null {
  const row = statement<PersonRow>(db, 'select * from person where email = :email').get({
    email: normalizeEmail(email),
  })
  return row ? { ...toPerson(row), passwordHash: row.password_hash } : null
}

export function readPerson(db: Database, id: number): Person | null {
  const row = statement<PersonRow>(db, 'select * from person where id = :id').get({ id })
  return row ? toPerson(row) : null
}

/** Everybody with an account, closed ones too, by name. */
export function listPeople(db: Database): Person[] {
  return statement<PersonRow>(db, 'select * from person order by name, id').all().map(toPerson)
}

/** The administrator who has been here longest and may still sign in, or null. */
export function firstAdministratorId(db: Database): number | null {
  const row = statement<{ id: number }>(
    db,
    "select id from person where role = 'administrator' and disabled_at is null order by id limit 1",
  ).get()
  return row?.id ?? null
}

/** Replaces the password and ends every session of the person. */
export function updatePassword(db: Database, personId: number, passwordHash: string): void {
  inTransaction(db, () => {
    const { changes } = statement(
      db,
      'update person set password_hash = :passwordHash where id = :personId',
    ).run({ personId, passwordHash })
    if (changes === 0) throw new Error(`updatePassword: there is no person ${personId}`)
    statement(db, 'delete from session where person_id = :personId').run({ personId })
  })
}

/** Replaces the brands a limited person may see. */
export function setPersonBrands(db: Database, personId: number, brandIds: readonly number[]): void {
  inTransaction(db, () => writePersonBrands(db, personId, brandIds))
}

function writePersonBrands(db: Database, personId: number, brandIds: readonly number[]): void {
  statement(db, 'delete from person_brand where person_id = :personId').run({ personId })
  const insert = statement(db, 'insert into person_brand (person_id, brand_id) values (:personId, :brandId)')
  for (const brandId of new Set(brandIds)) insert.run({ personId, brandId })
}

export function seesAllBrands(person: Person): boolean {
  return person.role === 'administrator' || person.allBrands
}

/** Ids of the brands this person may see, ascending; deleted brands are nobody's. */
export function visibleBrandIds(db: Database, person: Person): number[] {
  const rows = seesAllBrands(person)
    ? statement<{ id: number }>(db, 'select id from brand where deleted = 0 order by id').all()
    : statement<{ id: number }>(
        db,
        `select brand.id from person_brand join brand on brand.id = person_brand.brand_id
         where person_brand.person_id = :personId and brand.deleted = 0 order by brand.id`,
      ).all({ personId: person.id })
  return rows.map((row) => row.id)
}

function normalizeEmail(email: string): string {
  return email.trim().toLowerCase()
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    language: row.language,
    allBrands: row.all_brands === 1,
    disabledAt: row.disabled_at,
  }
}
