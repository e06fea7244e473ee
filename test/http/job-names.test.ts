import { expect, it } from 'vitest'
import { tasks } from '../../jobs/tasks.ts'
import { jobNames } from '../../server/store/job-requests.ts'

it('the jobs that may be asked for over HTTP are the jobs there are', () => {
  expect([...jobNames].sort()).toEqual(tasks.map(({ name }) => name).sort())
})
