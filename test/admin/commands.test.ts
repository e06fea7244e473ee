import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../server/admin/commands.ts'
import { verifyPassword } from '../../server/platform/passwords.ts'
import { noBrandCosts } from '../../server/settings/costs.ts'
import { brandSettingsOf } from '../../server/settings/default-settings.ts'
import { readCutovers } from '../../server/store/brands.ts'
import { findPersonByEmail, visibleBrandIds } from '../../server/store/people.ts'
import { readRecipients } from '../../server/store/report-recipients.ts'
import { readActiveSchedules } from '../../server/store/report-schedules.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'

let ctx: TestContext
let folder: string

beforeEach(() => {
  ctx = testContext()
  folder = mkdtempSync(join(tmpdir(), 'cutover-admin-'))
  for (const [id, name] of [
    [1, 'Mirae'],
    [2, 'Haneul'],
  ]) {
    ctx.db.prepare('insert into brand values (?, ?, null, 0, 1, 0, 0, null)').run(id, name)
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('create-user', () => {
  it('adds a person who may see the named brands and sign in with the printed password', async () => {
    const told = await run(
      'create-user --email Kim@Example.com --name Kim --role viewer --language ko --brands 2',
    )

    const person = findPersonByEmail(ctx.db, 'kim@example.com')
    expect(person).toMatchObject({ role: 'viewer', language: 'ko', name: 'Kim' })
    expect(visibleBrandIds(ctx.db, person!)).toEqual([2])
    expect(await verifyPassword(told.split(' ').at(-1) ?? '', person!.passwordHash)).toBe(true)
  })

  it('names every bad option at once', async () => {
    await expect(
      run('create-user --email nobody --name Kim --role boss --brands 2 --password short'),
    ).rejects.toThrow(/--email is not an e-mail address\n--role .*\n--password must have at least/)
  })

  it('refuses a brand that does not exist and lists those that do', async () => {
    await expect(run('create-user --email a@example.com --name A --brands 9')).rejects.toThrow(
      '--brands: no brand 9; the brands are:\n  2  Haneul\n  1  Mirae',
    )
  })
})

describe('the scope of a new person', () => {
  it('has to be said, except for an administrator, who sees all brands', async () => {
    await expect(run('create-user --email a@example.com --name A')).rejects.toThrow('--brands is missing')
    await expect(
      run('create-user --email a@example.com --name A --role administrator --brands 1'),
    ).rejects.toThrow('--brands cannot be named for an administrator')

    const told = await run('create-user --email a@example.com --name A --role manager --brands 1,2')
    expect(told).toContain('sees Haneul, Mirae and gets no weekly mail')
  })
})

describe('the weekly mail', () => {
  it('begins with the first person who is to get it, and needs an administrator to answer for it', async () => {
    await expect(run('create-user --email v@example.com --name V --brands 1 --weekly-mail')).rejects.toThrow(
      '--weekly-mail needs an administrator',
    )
    expect(findPersonByEmail(ctx.db, 'v@example.com')).toBeNull()

    await run('create-user --email a@example.com --name A --role administrator --weekly-mail')
    await run('create-user --email v@example.com --name V --brands 1 --weekly-mail')

    const [schedule] = readActiveSchedules(ctx.db)
    expect(schedule).toMatchObject({
      timing: { cadence: { every: 'week', weekday: 1 }, minuteOfDay: 9 * 60 },
    })
    expect(readRecipients(ctx.db, schedule.id)).toHaveLength(2)
  })
})

describe('reset-password', () => {
  it('replaces the password', async () => {
    await run('create-user --email a@example.com --name A --brands all --password first-password')

    await run('reset-password --email a@example.com --password second-password')

    const { passwordHash } = findPersonByEmail(ctx.db, 'a@example.com')!
    expect(await verifyPassword('first-password', passwordHash)).toBe(false)
    expect(await verifyPassword('second-password', passwordHash)).toBe(true)
  })
})

describe('set-cutover', () => {
  it('keeps a day a person confirmed, with who said so', async () => {
    await run('set-cutover 1 2026-05-04 --by Kim --note agreed')

    expect(readCutovers(ctx.db).get(1)).toMatchObject({
      went_live_on: '2026-05-04',
      went_live_source: 'confirmed',
      confirmed_by: 'Kim',
      note: 'agreed',
      detected_on: null,
    })
  })

  it('says nothing else of the brand: what is assumed of it stays assumed', async () => {
    const assumed = brandSettingsOf(readAccountSettings(ctx.db), 1)

    await run('set-cutover 1 2026-05-04 --by Kim')

    const settings = readAccountSettings(ctx.db)
    expect(settings.brands).toEqual([
      {
        id: 1,
        departments: [],
        hosts: [],
        chatTags: [],
        bots: [],
        botSince: null,
        openingHoursSince: null,
        costs: noBrandCosts,
        cutover: { day: '2026-05-04', confirmedBy: 'Kim', note: null },
      },
    ])
    expect({ ...brandSettingsOf(settings, 1), cutover: null }).toEqual(assumed)
  })

  it('goes back to what the data say with none', async () => {
    await run('set-cutover 1 2026-05-04')
    await run('set-cutover 1 none')

    expect(readCutovers(ctx.db).has(1)).toBe(false)
  })

  it('refuses an unknown brand, a day that does not exist and a day to come', async () => {
    await expect(run('set-cutover 9 2026-02-30')).rejects.toThrow(/no brand "9"[^]*"2026-02-30" is not a day/)
    await expect(run('set-cutover 1 2027-01-01')).rejects.toThrow('lies in the future')
  })
})

describe('set-cutover with a note that is too long', () => {
  it('changes nothing and leaves the settings readable', async () => {
    await expect(run(`set-cutover 1 2026-05-04 --note ${'x'.repeat(501)}`)).rejects.toThrow('cutover.note')

    expect(readCutovers(ctx.db).size).toBe(0)
    expect(readAccountSettings(ctx.db).brands).toEqual([])
  })
})

describe('settings', () => {
  it('come back from a file as they were exported', async () => {
    const file = join(folder, 'settings.json')
    await run(`settings export ${file}`)
    const exported = JSON.parse(readFileSync(file, 'utf8'))
    exported.brands[0].closedDays = ['2026-05-01']
    writeFileSync(file, JSON.stringify(exported))

    await run(`settings import ${file}`)

    expect(readAccountSettings(ctx.db)).toEqual(exported)
  })

  it('with a mistake change nothing and name the place', async () => {
    const file = join(folder, 'settings.json')
    const before = readAccountSettings(ctx.db)
    writeFileSync(file, JSON.stringify({ ...before, zone: 'Mars/Base' }))

    await expect(run(`settings import ${file}`)).rejects.toThrow('zone is not a time zone')
    expect(readAccountSettings(ctx.db)).toEqual(before)
  })

  it('in a file that is not JSON are refused', async () => {
    const file = join(folder, 'settings.json')
    writeFileSync(file, '{')

    await expect(run(`settings import ${file}`)).rejects.toThrow('is not JSON')
  })
})

describe('check', () => {
  it('tells that the database is sound and that no jobs process runs', async () => {
    expect(await run('check')).toContain('database sound; jobs process not running')
  })
})

async function run(line: string): Promise<string> {
  const args = line.split(' ')
  const command = commands.find(({ words }) => words.every((word, i) => args[i] === word))
  if (!command || !('run' in command)) throw new Error(`no command for "${line}"`)
  return command.run(ctx, args.slice(command.words.length))
}
