import { describe, expect, it } from 'vitest'
import { importPreviewSchema } from '../../server/http/import-schemas.ts'
import { statement } from '../../server/store/database.ts'
import { importAccount, text } from './import-account.ts'

describe('a file with days another file has given already', () => {
  it('names that file, its rows and its days, and can take its place under another name', async () => {
    const { ctx, admin, upload, work } = await importAccount()
    const first = await upload(text)
    await admin.post('/api/v1/imports/1/run', { mapping: first.body.mapping, name: 'June', dryRun: false })
    await work()

    const { body } = await upload(
      'Date;Brand;Resolved\n2026-06-02;Mirae;yes\n',
      'kind=bot-resolutions&fileName=new.csv',
    )
    importPreviewSchema.parse(body)
    await admin.post('/api/v1/imports/2/run', {
      mapping: body.mapping,
      name: 'June again',
      dryRun: false,
      replaces: 1,
    })
    await work()

    expect(first.body.overlaps).toEqual([])
    expect(body.overlaps).toEqual([
      {
        id: 1,
        fileName: 'june.csv',
        name: 'June',
        rows: 2,
        firstDay: '2026-06-01',
        lastDay: '2026-06-02',
        sharedDays: 1,
      },
    ])
    expect(statement(ctx.db, 'select day, resolved from bot_conversation').all()).toEqual([
      { day: '2026-06-02', resolved: 1 },
    ])
  })

  it('is told in both languages when the file it was to replace is gone', async () => {
    const { admin, upload, work } = await importAccount()
    const { body } = await upload(text)

    await admin.post('/api/v1/imports/1/run', {
      mapping: body.mapping,
      name: 'June',
      dryRun: false,
      replaces: 9,
    })
    await work()

    const { body: answer } = await admin.get('/api/v1/imports/1')
    expect(answer.state).toBe('failed')
    expect(answer.failure.en).toContain('not in place any more')
    expect(answer.failure.ko).toContain('더 이상 남아 있지 않습니다')
  })
})
