import { describe, expect, it } from 'vitest'
import { checkJobOptions } from '../../jobs/job-options.ts'
import type { Task } from '../../jobs/task.ts'

const task: Task = { name: 'sync-chats', purpose: '', takesRange: true, run: async () => ({}) }

describe('the days a job is given', () => {
  it('are kept when they are days in order', () => {
    expect(checkJobOptions(task, { from: '2026-01-01', to: '2026-02-01' })).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
    })
  })

  it('are named, every bad one', () => {
    expect(() => checkJobOptions(task, { from: '2026-02-30', to: 'soon' })).toThrow(
      '--from: "2026-02-30" is not a day; use YYYY-MM-DD\n--to: "soon" is not a day; use YYYY-MM-DD',
    )
  })

  it('must not be reversed', () => {
    expect(() => checkJobOptions(task, { from: '2026-02-01', to: '2026-01-01' })).toThrow(
      '--to must be later than --from',
    )
  })

  it('are refused by a job that takes none', () => {
    expect(() =>
      checkJobOptions({ ...task, name: 'compare', takesRange: false }, { from: '2026-01-01' }),
    ).toThrow('compare takes no --from')
  })
})
