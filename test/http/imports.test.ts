import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import {
  importAnswerSchema,
  importPreviewSchema,
  importsAnswerSchema,
} from '../../server/http/import-schemas.ts'
import { statement } from '../../server/store/database.ts'
import { importAccount, text } from './import-account.ts'
import { signInAs } from './signed-in.ts'

describe('a file that is given', () => {
  it('is shown as it would be read, with the mapping its headers suggest', async () => {
    const { upload, folder } = await importAccount()

    const { status, body, headers } = await upload(text)

    expect(status).toBe(201)
    expect(headers.location).toBe('/api/v1/imports/1')
    importPreviewSchema.parse(body)
    expect(body).toMatchObject({
      id: 1,
      encoding: 'utf-8',
      delimiter: ';',
      headers: ['Date', 'Brand', 'Resolved'],
      samples: [
        ['2026-06-01', '2026-06-02', '2026-06-31'],
        ['Haneul', 'Mirae'],
        ['yes', 'no'],
      ],
      mapping: { columns: { day: 'Date', brand: 'Brand', resolved: 'Resolved' } },
      problems: [],
      looked: { rows: 3, rejected: 1, all: true },
    })
    expect(body.rows[0]).toMatchObject({
      line: 2,
      read: { day: '2026-06-01', brand: 'Haneul', resolved: 'yes' },
      problems: [],
    })
    expect(body.rows[2].problems).toMatchObject([{ field: 'day', column: 'Date', code: 'moment_invalid' }])
    expect(readdirSync(join(folder, 'imports'))).toHaveLength(1)
  })

  it('larger than 64 MB is refused and not kept', { timeout: 120_000 }, async () => {
    const { upload, folder } = await importAccount()

    const { status, body } = await upload(Buffer.alloc(64 * 1_048_576 + 1, 'a'))

    expect(status).toBe(413)
    expect(body.detail).toBe('The file is larger than 64 MB; split it.')
    expect(existsSync(join(folder, 'imports')) ? readdirSync(join(folder, 'imports')) : []).toEqual([])
  })

  it.each([
    ['without a kind', 'fileName=a.csv', 'text/csv', 400],
    ['of another media type', 'kind=chats&fileName=a.csv', 'application/json', 415],
  ])('%s is refused', async (_name, question, type, expected) => {
    const { upload } = await importAccount()

    expect((await upload(type === 'application/json' ? '{}' : text, question, type)).status).toBe(expected)
  })

  it('with nothing in it is refused and not kept', async () => {
    const { upload, folder } = await importAccount()

    const { status, body } = await upload('\n\n')

    expect([status, body.code]).toEqual([422, 'import_empty'])
    expect(readdirSync(join(folder, 'imports'))).toEqual([])
  })

  it('keeps only the last part of its name', async () => {
    const { upload } = await importAccount()

    expect((await upload(text, 'kind=chats&fileName=..%2F..%2Fetc%2Fpasswd')).body.fileName).toBe('passwd')
  })
})

describe('another reading of a file', () => {
  it('is shown without importing anything', async () => {
    const { upload, admin } = await importAccount()
    await upload(text)

    const { body } = await admin.post('/api/v1/imports/1/preview', { delimiter: ',' })

    expect(body.headers).toEqual(['Date;Brand;Resolved'])
    expect(body.problems).toMatchObject([{ code: 'field_missing' }, { code: 'field_missing' }])
    expect((await admin.post('/api/v1/imports/1/preview', { delimiter: null })).body.headers).toHaveLength(3)
  })

  it('asks which comes first, day or month', async () => {
    const { upload, admin } = await importAccount()
    const { body } = await upload('Date,Resolved\n03/04/2026,yes\n')
    expect(body.problems).toMatchObject([{ code: 'date_order_needed' }])

    const chosen = await admin.post('/api/v1/imports/1/preview', {
      mapping: { ...body.mapping, dateOrder: 'dmy' },
    })

    expect(chosen.body.problems).toEqual([])
    expect(chosen.body.rows[0].read.day).toBe('2026-04-03')
  })
})

describe('an import', () => {
  it('is done by the jobs process; its file is then deleted and its report stays', async () => {
    const { ctx, upload, admin, work, folder } = await importAccount()
    const { body } = await upload(text)

    const asked = await admin.post('/api/v1/imports/1/run', {
      mapping: body.mapping,
      name: 'explore',
      dryRun: false,
    })
    expect(asked.status).toBe(202)
    await work()

    expect(statement(ctx.db, 'select brand_id, resolved from bot_conversation order by day').all()).toEqual([
      { brand_id: 101, resolved: 1 },
      { brand_id: 102, resolved: 0 },
    ])
    expect(readdirSync(join(folder, 'imports'))).toEqual([])
    const one = await admin.get('/api/v1/imports/1')
    importAnswerSchema.parse(one.body)
    expect(one.body).toMatchObject({ state: 'done', name: 'explore', counts: { accepted: 2, rejected: 1 } })
    expect(one.body.problems).toMatchObject([{ line: 4, column: 'Date', value: '2026-06-31' }])
    expect((await admin.get(`/api/v1/jobs/${asked.body.job}`)).body.state).toBe('ok')
    expect(statement(ctx.db, 'select count(*) as n from job_request').get()).toEqual({ n: 1 })
  })

  it('remembers its mapping for the next file with the same headers', async () => {
    const { upload, admin, work } = await importAccount()
    const { body } = await upload(text)
    const mapping = { ...body.mapping, columns: { day: 'Date', resolved: 'Resolved' }, brandId: 103 }
    await admin.post('/api/v1/imports/1/run', { mapping, name: 'explore', dryRun: false })
    await work()

    const next = await upload(text, 'kind=bot-resolutions&fileName=july.csv')

    expect(next.body).toMatchObject({ remembered: 'explore', mapping: { brandId: 103 } })
  })

  it('tried first leaves its file and writes nothing', async () => {
    const { ctx, upload, admin, work, folder } = await importAccount()
    const { body } = await upload(text)

    await admin.post('/api/v1/imports/1/run', { mapping: body.mapping, name: 'explore', dryRun: true })
    await work()

    expect(statement(ctx.db, 'select * from bot_conversation').all()).toEqual([])
    expect((await admin.get('/api/v1/imports/1')).body).toMatchObject({
      state: 'checked',
      counts: { rows: 3 },
    })
    expect(readdirSync(join(folder, 'imports'))).toHaveLength(1)
  })

  it('of a mapping that lacks a field is refused, naming it', async () => {
    const { upload, admin } = await importAccount()
    const { body } = await upload(text)

    const answer = await admin.post('/api/v1/imports/1/run', {
      mapping: { ...body.mapping, columns: {} },
      name: 'x',
      dryRun: false,
    })

    expect(answer.status).toBe(400)
    expect(answer.body.fields).toHaveLength(2)
  })

  it('can be taken out again', async () => {
    const { ctx, upload, admin, work } = await importAccount()
    const { body } = await upload(text)
    await admin.post('/api/v1/imports/1/run', { mapping: body.mapping, name: 'x', dryRun: false })
    await work()

    expect((await admin.delete('/api/v1/imports/1')).body).toEqual({ job: expect.any(Number) })
    await work()

    expect(statement(ctx.db, 'select * from bot_conversation').all()).toEqual([])
    expect((await admin.get('/api/v1/imports')).body).toEqual({ imports: [] })
  })

  it('that was never run is forgotten at once, with its file', async () => {
    const { upload, admin, folder } = await importAccount()
    await upload(text)
    importsAnswerSchema.parse((await admin.get('/api/v1/imports')).body)

    expect((await admin.delete('/api/v1/imports/1')).body).toEqual({ job: null })

    expect(readdirSync(join(folder, 'imports'))).toEqual([])
    expect((await admin.get('/api/v1/imports/1')).status).toBe(404)
  })

  it('tells the lines it could not take as a CSV file without formulas', async () => {
    const { upload, admin, work } = await importAccount()
    const { body } = await upload('=cmd(),Resolved\nnever,yes\n2026-06-01,no\n')
    const mapping = { ...body.mapping, columns: { day: '=cmd()', resolved: 'Resolved' } }
    await admin.post('/api/v1/imports/1/run', { mapping, name: 'x', dryRun: true })
    await work()

    const { text: csv, headers } = await admin.get('/api/v1/imports/1/problems.csv?language=ko')

    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain('attachment')
    expect(csv).toBe(
      "\ufeff줄,열,값,이유\r\n2,'=cmd(),,읽을 수 없는 날짜입니다. 2026-03-01 14:05 형식으로 입력해 주세요\r\n",
    )
  })
})

describe('importing', () => {
  it.each(['manager@example.com', 'viewer@example.com'])('is refused to %s', async (email) => {
    const { app } = await importAccount()
    const session = await signInAs(app, email)

    const answer = await request(app)
      .post('/api/v1/imports?kind=chats&fileName=a.csv')
      .set('Cookie', session.cookie)
      .set('x-csrf-token', session.csrfToken)
      .set('Content-Type', 'text/csv')
      .send(text)

    expect(answer.status).toBe(403)
    expect((await session.get('/api/v1/imports')).status).toBe(403)
  })
})
