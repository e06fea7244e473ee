import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, each, follow, openSimulator } from './call-simulator.ts'
import { books, booksGroup, jun, mina } from './tiny-world.ts'

let simulator: Awaited<ReturnType<typeof openSimulator>>
beforeAll(async () => {
  simulator = await openSimulator()
})
afterAll(() => simulator.close())

describe('lists', () => {
  it('go on by cursor, and the last page still has a next link', async () => {
    const first = await simulator.support('/api/v2/brands?page[size]=1')
    const second = await simulator.support(follow('/api/v2/brands', at(first.json, 'links', 'next')))

    expect(each(first.json, 'brands', 'name')).toEqual(['Hanbit Books'])
    expect(at(first.json, 'meta', 'has_more')).toBe(true)
    expect(each(second.json, 'brands', 'name')).toEqual(['Mirae Outdoor'])
    expect(at(second.json, 'meta', 'has_more')).toBe(false)
    expect(at(second.json, 'links', 'next')).toContain('page%5Bafter%5D=')
  })

  it('name the account as the host of their links, not the one that was called', async () => {
    const { json } = await simulator.support('/api/v2/groups?page[size]=1')

    expect(at(json, 'links', 'next')).toMatch(/^https:\/\/demo\.zendesk\.com\/api\/v2\/groups\?/)
  })

  it('go on by page number where no cursor is asked for', async () => {
    const { json } = await simulator.support('/api/v2/groups?per_page=1')

    expect(json).toMatchObject({ count: 2, previous_page: null })
    expect(at(json, 'next_page')).toContain('page=2')
  })
})

describe('the organisation', () => {
  it('has a default brand', async () => {
    const brands = await simulator.support('/api/v2/brands')
    const settings = await simulator.support('/api/v2/account/settings')

    expect(each(brands.json, 'brands', 'default')).toEqual([true, false])
    expect(at(settings.json, 'settings', 'brands', 'default_brand_id')).toBe(books)
    expect(at(settings.json, 'settings', 'localization', 'iana_time_zone')).toBe('Asia/Seoul')
  })

  it('tells agents and administrators apart by role', async () => {
    const both = await simulator.support('/api/v2/users?role[]=agent&role[]=admin')
    const agents = await simulator.support('/api/v2/users?role[]=agent')

    expect(each(both.json, 'users', 'id')).toEqual([mina, jun])
    expect(each(agents.json, 'users', 'id')).toEqual([jun])
  })

  it('has a ticket field for the resolution type and a business schedule', async () => {
    const fields = await simulator.support('/api/v2/ticket_fields')
    const schedules = await simulator.support('/api/v2/business_hours/schedules')

    expect(each(fields.json, 'ticket_fields', 'title')).toContain('Resolution type')
    expect(at(schedules.json, 'schedules', 0, 'time_zone')).toBe('Asia/Seoul')
    expect(at(schedules.json, 'schedules', 0, 'intervals', 0)).toEqual({ start_time: 1980, end_time: 2520 })
  })

  it('shows departments to the Chat API under the ids of the groups', async () => {
    const departments = await simulator.chat('/api/v2/chat/departments')

    expect(at(departments.json, 0)).toMatchObject({
      id: booksGroup,
      members: [mina],
      settings: { support_group_id: booksGroup },
    })
  })

  it('pages chat agents by id until an empty array', async () => {
    const first = await simulator.chat('/api/v2/chat/agents?limit=1')
    const last = await simulator.chat(`/api/v2/chat/agents?since_id=${jun + 1}`)

    expect(at(first.json, 0, 'id')).toBe(mina)
    expect(last.json).toEqual([])
  })
})
