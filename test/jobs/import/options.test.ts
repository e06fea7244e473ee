import { describe, expect, it } from 'vitest'
import { checkJobOptions } from '../../../jobs/job-options.ts'
import { taskOf } from '../../../jobs/run-job.ts'

const check = (given: Record<string, unknown>) => checkJobOptions(taskOf('import'), given)

describe('what the import is told', () => {
  it('is kept when it is right', () => {
    const given = {
      file: 'a.csv',
      kind: 'chats',
      encoding: 'cp949',
      delimiter: 'tab',
      zone: 'Asia/Seoul',
      'dry-run': true,
    }

    expect(check(given)).toEqual(given)
  })

  it('is named, every wrong part of it', () => {
    expect(() =>
      check({
        file: 'a.csv',
        kind: 'mails',
        encoding: 'latin1',
        delimiter: 'ab',
        zone: 'Seoul',
        from: '2026-01-01',
      }),
    ).toThrow(
      [
        '--from: import takes no --from',
        '--kind: must be one of: bot-resolutions, chats',
        '--encoding: must be one of: utf-8, utf-16le, utf-16be, cp949',
        '--delimiter: must be one sign, or tab',
        '--zone: "Seoul" is not a time zone; use a name such as Asia/Seoul',
      ].join('\n'),
    )
  })

  it('has to name one file, and its kind', () => {
    expect(() => check({})).toThrow('--file PATH, --import ID or --remove ID')
    expect(() => check({ file: 'a.csv', remove: '1' })).toThrow('name one')
    expect(() => check({ file: 'a.csv' })).toThrow('--kind: is missing; use bot-resolutions or chats')
  })

  it('is refused by other jobs', () => {
    expect(() => checkJobOptions(taskOf('compare'), { file: 'a.csv' })).toThrow('compare takes no --file')
  })
})
