import { describe, expect, it } from 'vitest'
import { statement } from '../../../server/store/database.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import { botRows, importAccount } from './import-account.ts'

/** CP949: `시작 일시,브랜드,자동 해결 여부,언어,대화 ID`, with a syllable that EUC-KR does not have. */
const koreanFile = Buffer.from(
  'bdc3c0db20c0cfbdc32cbaeab7a3b5e52cc0dab5bf20c7d8b0e120bfa9bace2cbef0beee2cb4ebc8ad2049440d0a' +
    '323032362e20362e20312e20bfc0c8c420323a30352cc7cfb4c320bcadc1a12cbfb92cc7d1b1b9beee2c632d310d0a' +
    '323032362e20362e20312e20bfc0c8c420333a31302cc7cfb4c320bcadc1a12cbec6b4cfbfe42cc7d1b1b9beee2c632d320d0a' +
    '323032362e20362e20322e20bfc0c0fc20393a30302c8c63b9e6b0a2c7cf2cbfb92cbfb5beee2c632d330d0a',
  'hex',
)

describe('a file of a bot’s verdicts', () => {
  it('is read in CP949 with Korean headers, dates and answers; an unknown brand is named by its line', async () => {
    const { db, write, importBots } = importAccount()

    const summary = await importBots(write('봇.csv', koreanFile))

    expect(summary).toMatchObject({ rows: 3, accepted: 2, rejected: 1, skipped: 0, added: 2 })
    expect(summary.problems).toEqual([{ line: 4, column: '브랜드', reason: 'brand_unknown' }])
    expect(botRows(db)).toMatchObject([
      {
        brand_id: 101,
        day: '2026-06-01',
        started_at: Date.parse('2026-06-01T14:05:00+09:00'),
        language: 'ko',
        resolved: 1,
        count: 1,
      },
      {
        brand_id: 101,
        day: '2026-06-01',
        started_at: Date.parse('2026-06-01T15:10:00+09:00'),
        language: 'ko',
        resolved: 0,
        count: 1,
      },
    ])
  })

  it('is read in UTF-16 with tabs', async () => {
    const { db, write, importBots } = importAccount()
    const text =
      'Date\tBrand\tConversations\tAutomated resolutions\r\n2026-06-01\tMirae Outdoor\t1,200\t700\r\n'

    await importBots(
      write('explore.tsv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
    )

    expect(botRows(db)).toMatchObject(
      [
        { brand_id: 102, day: '2026-06-01', resolved: 1, count: 700 },
        { brand_id: 102, day: '2026-06-01', resolved: 0, count: 500 },
      ]
        .sort((a, b) => a.count - b.count)
        .reverse(),
    )
  })

  it('is read with semicolons, quotes and line breaks within them', async () => {
    const { db, write, importBots } = importAccount()
    const text =
      'day;brand;"resolved";note\n2026-06-01;102;yes;"first; line\nsecond"\n\n2026-06-02;mirae outdoor;no;\n'

    expect(await importBots(write('a.csv', text))).toMatchObject({ rows: 2, accepted: 2 })
    expect(botRows(db).map(({ day, brand_id, resolved }) => [day, brand_id, resolved])).toEqual([
      ['2026-06-01', 102, 1],
      ['2026-06-02', 102, 0],
    ])
  })

  it('names a wrong date by its line, and takes the other lines', async () => {
    const { db, write, importBots } = importAccount()
    const text =
      'day,brand,resolved\n2026-06-01,102,yes\n2026-06-31,102,yes\n2026-06-03,102\n2026-06-04,102,perhaps\n'

    const summary = await importBots(write('a.csv', text))

    expect(summary).toMatchObject({ rows: 4, accepted: 1, rejected: 3 })
    expect(summary.problems).toEqual([
      { line: 3, column: 'day', reason: 'moment_invalid', value: '2026-06-31' },
      { line: 4, column: null, reason: 'row_ragged', value: '2/3' },
      { line: 5, column: 'resolved', reason: 'choice_unknown' },
    ])
    expect(botRows(db)).toHaveLength(1)
  })

  it('asks which comes first where its dates can be read in two ways, and changes nothing', async () => {
    const { db, write, importBots } = importAccount()
    const file = write('a.csv', 'day,brand,resolved\n03/04/2026,102,yes\n05/06/2026,102,no\n')

    await expect(importBots(file)).rejects.toThrow('--date-order dmy or mdy')
    expect(botRows(db)).toEqual([])

    await importBots(file, { 'date-order': 'dmy' })
    expect(botRows(db).map(({ day }) => day)).toEqual(['2026-04-03', '2026-06-05'])
  })

  it('takes the order of its dates from one that can be read in one way only', async () => {
    const { db, write, importBots } = importAccount()

    await importBots(write('a.csv', 'day,brand,resolved\n03/04/2026,102,yes\n05/25/2026,102,no\n'))

    expect(botRows(db).map(({ day }) => day)).toEqual(['2026-03-04', '2026-05-25'])
  })

  it('finds the brand by the bot where no column names it', async () => {
    const { db, ctx, write, importBots } = importAccount()
    writeAccountSettings(
      db,
      {
        ...defaultAccountSettings('Asia/Seoul'),
        brands: [{ ...defaultBrandSettings(102, 'Asia/Seoul'), bots: ['bot-7'] }],
      },
      ctx.clock.now(),
    )

    await importBots(
      write('a.csv', 'day,bot id,tier\n2026-06-01,bot-7,Verified resolution\n2026-06-01,bot-9,none\n'),
    )

    expect(botRows(db).map(({ brand_id, resolved }) => [brand_id, resolved])).toEqual(
      expect.arrayContaining([
        [102, 1],
        [null, null],
      ]),
    )
  })

  it('marks the days it changes, so that their sums are made anew', async () => {
    const { db, write, importBots } = importAccount()

    expect(await importBots(write('a.csv', 'day,brand,resolved\n2026-06-01,102,yes\n'))).toMatchObject({
      days: 1,
    })
    expect(statement(db, 'select * from rollup_dirty').all()).toEqual([])
  })

  it('keeps a conversation’s own name only as a keyed hash', async () => {
    const { db, write, importBots } = importAccount()

    await importBots(write('a.csv', 'day,conversation id,resolved\n2026-06-01,kim@example.com,yes\n'))

    expect(JSON.stringify(statement(db, 'select * from bot_conversation').all())).not.toContain('kim')
  })

  it('refuses the second of two lines that name the same conversation', async () => {
    const { write, importBots } = importAccount()

    const summary = await importBots(write('a.csv', 'day,id,resolved\n2026-06-01,c1,yes\n2026-06-02,c1,no\n'))

    expect(summary).toMatchObject({ accepted: 1, rejected: 1 })
    expect(summary.problems).toEqual([{ line: 3, column: 'id', reason: 'key_twice' }])
  })

  it('counts two equal lines without a name as two', async () => {
    const { db, write, importBots } = importAccount()

    await importBots(write('a.csv', 'day,brand,resolved\n2026-06-01,102,yes\n2026-06-01,102,yes\n'))

    expect(botRows(db)).toHaveLength(2)
  })
})
