import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Express } from 'express'
import request from 'supertest'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { refreshGrid } from '../../server/comparison/compare-grid.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Thread } from '../../server/platform/thread.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import { createQuestionThread } from '../../server/question-thread.ts'
import { openDatabase } from '../../server/store/database.ts'
import { now, syntheticAccount } from '../comparison/synthetic-account.ts'
import type { ReadPdf } from '../report/pdf/read-pdf.ts'
import { readPdf } from '../report/pdf/read-pdf.ts'
import { addPerson } from '../support/people.ts'
import { testContext } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

const HANEUL = 101
const BADA = 102
const LONG_NAME = 'Mirae Electronics & Home Appliances International Service Desk (한국 전 지역)'

let app: Express
let admin: SignedIn
let viewer: SignedIn

beforeAll(async () => {
  const db = syntheticAccount([
    { id: HANEUL, name: '하늘항공', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
    { id: BADA, name: 'Bada', movedOn: null, perDay: 30 },
    { id: 103, name: LONG_NAME, movedOn: null, perDay: 30 },
  ])
  updateCutovers(db)
  refreshGrid(db, now)
  const ctx = testContext({ db })
  app = createApp(ctx)
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'viewer@example.com', role: 'viewer', brandIds: [HANEUL] })
  admin = await signInAs(app, 'admin@example.com')
  viewer = await signInAs(app, 'viewer@example.com')
}, 120_000)

describe('the Overview as PDF', () => {
  it('has the headline, every brand and every verdict of the page, in English', async () => {
    const cells = await cellsOf(admin)
    const pdf = await documentOf(admin, 'overview?lang=en')

    expect(pdf.text).toContain('Overview')
    expect(pdf.text).toMatch(/\d+ figures? improved/)
    for (const brand of ['하늘항공', 'Bada', LONG_NAME]) expect(pdf.text).toContain(brand)
    for (const { state, reasons } of cells)
      if (!reasons.some(({ code }) => code === 'not_moved')) expect(pdf.text).toContain(wordsEn[state])
    expect(pdf.text).toContain('Not moved yet')
    expect(pdf.text).toContain(`1 / ${pdf.pages}`)
    expect(pdf.text).toContain(`${pdf.pages} / ${pdf.pages}`)
  })

  it('says the same in Korean', async () => {
    const pdf = await documentOf(admin, 'overview?lang=ko')

    expect(pdf.text).toContain('전체 현황')
    expect(pdf.text).toContain('개선')
    expect(pdf.text).toContain('아직 전환하지 않음')
    expect(pdf.text).toContain('읽는 방법')
    expect(pdf.language).toBe('ko')
  })

  it('can be read aloud: tagged, titled, with its language, and with its own letters', async () => {
    const pdf = await documentOf(admin, 'overview?lang=en')

    expect(pdf).toMatchObject({ isTagged: true, title: 'Overview – Cutover', language: 'en' })
    expect(pdf.embeddedFonts).toEqual(['Pretendard-Regular', 'Pretendard-SemiBold'])
  })

  it('of an account without brands says so', async () => {
    const empty = testContext()
    addPerson(empty, { email: 'admin@example.com', role: 'administrator' })
    const pdf = await documentOf(await signInAs(createApp(empty), 'admin@example.com'), 'overview?lang=en')

    expect(pdf.text).toContain('There is no brand to show yet.')
    expect(pdf.pages).toBe(1)
  })
})

describe('a brand as PDF', () => {
  it('has each figure with its sentence, its windows and how it was compared', async () => {
    const cells = await cellsOf(admin)
    const [first] = cells.filter(({ brand, metric }) => brand.id === HANEUL && metric === 'first_reply')
    const pdf = await documentOf(admin, `brands/${HANEUL}?lang=ko`)

    expect(pdf.text).toContain(first.sentence.ko)
    for (const name of ['첫 응답 시간', '무응답률', '재문의율', '고객 만족도(CSAT)', '문의량'])
      expect(pdf.text).toContain(name)
    expect(pdf.text).toContain('전환하지 않았다면 예상되는 값')
    expect(pdf.text).toContain('4월 20일 전환')
    expect(pdf.title).toBe('하늘항공 – Cutover')
  })

  it('draws a further figure where the page has one opened', async () => {
    const usual = await documentOf(admin, `brands/${HANEUL}?lang=en`)
    const opened = await documentOf(admin, `brands/${HANEUL}?lang=en&metric=wait_to_agent`)

    const { question } = metricOf('wait_to_agent')
    expect(opened.text).toContain(question.en)
    expect(usual.text).not.toContain(question.en)
  })

  it('shows what the brand wants a figure to be', async () => {
    await admin.put(`/api/v1/goals/${HANEUL}/first_reply`, { value: 45, dueOn: null })

    const pdf = await documentOf(admin, `brands/${HANEUL}?lang=en`)

    expect(pdf.text).toContain('Goal: at most 45 s –')
    await admin.delete(`/api/v1/goals/${HANEUL}/first_reply`)
  })

  it('that has not moved shows where it stands', async () => {
    const pdf = await documentOf(admin, `brands/${BADA}?lang=en`)

    expect(pdf.text).toContain('This brand still works with live chat.')
    expect(pdf.text).toContain('Latest weeks')
  })
})

describe('the comparison of brands as PDF', () => {
  it('has every brand with its effect, and the numbers side by side', async () => {
    const pdf = await documentOf(admin, 'compare?metric=first_reply&lang=en')

    expect(pdf.text).toContain('How much the move changed it, brand by brand')
    expect(pdf.text).toContain('Week by week since the move')
    expect(pdf.text).toContain('The numbers side by side')
    for (const brand of ['하늘항공', 'Bada', LONG_NAME]) expect(pdf.text).toContain(brand)
  })

  it('begins with the first figure where none is named', async () => {
    const pdf = await documentOf(admin, 'compare?lang=en')

    expect(pdf.title).toMatch(/^Compare brands: /)
  })
})

describe('a document for a reader of some brands', () => {
  it.each(['overview?lang=en', `brands/${HANEUL}?lang=ko`, 'compare?metric=first_reply&lang=en'])(
    'names no other brand: %s',
    async (path) => {
      const pdf = await documentOf(viewer, path)

      expect(pdf.text).toContain('하늘항공')
      expect(pdf.text).not.toContain('Bada')
      expect(pdf.text).not.toContain('Mirae')
    },
  )

  it('is refused for another brand as it is for one that does not exist', async () => {
    const [hidden, unknown] = await Promise.all([
      viewer.get(`/api/v1/pdf/brands/${BADA}`),
      viewer.get('/api/v1/pdf/brands/999'),
    ])

    expect([hidden.status, unknown.status]).toEqual([403, 403])
    expect(hidden.body).toEqual(unknown.body)
    expect((await viewer.get(`/api/v1/pdf/compare?brands=${BADA}`)).status).toBe(403)
  })
})

describe('a document as a file', () => {
  it('is named by product, page, day and language, and kept by nobody', async () => {
    const { headers } = await fileOf(admin, `brands/${HANEUL}?lang=ko`)

    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="cutover-brand-101-2026-11-16-ko.pdf"; filename*=UTF-8''Cutover-${encodeURIComponent('하늘항공')}-2026-11-16-ko.pdf`,
    )
  })

  it('is not drawn for whoever asks for the headers only', async () => {
    const held = heldThread()
    const { app: other } = smallAccount({ questions: held.thread })
    const { cookie } = await signInAs(other, 'manager@example.com')

    const { status, headers } = await request(other).head('/api/v1/pdf/overview').set('Cookie', cookie)

    expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(held.count()).toBe(0)
  })

  it('says of every wrong choice what is wrong with it', async () => {
    const { status, body } = await admin.get('/api/v1/pdf/compare?metric=mood&lang=fr&page=2')

    expect(status).toBe(400)
    expect(body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'lang',
      'metric',
      'page',
    ])
  })

  it('tells a question of its own from the report', async () => {
    const pdf = await documentOf(admin, 'overview?lang=en&from=2026-01-05')

    expect(pdf.text).toContain('A question of its own, narrowed to: Days: 5 January 2026')
  })

  it('is drawn in a thread of its own where there is one', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cutover-pdf-'))
    const file = join(directory, 'cutover.db')
    const thread = createQuestionThread(file)
    if (thread === null) throw new Error('a file has a thread')
    const { ctx, app: other } = smallAccount({ db: openDatabase(file), questions: thread })
    try {
      const pdf = await documentOf(await signInAs(other, 'admin@example.com'), 'overview?lang=en')
      expect(pdf.text).toContain('There is no brand to show yet.')
    } finally {
      await thread.close()
      ctx.db.close()
      rmSync(directory, { recursive: true })
    }
  })

  it('is drawn two at once for one person, and no more', async () => {
    const held = heldThread()
    const { app: other } = smallAccount({ questions: held.thread })
    const someone = await signInAs(other, 'manager@example.com')
    const [one, two] = [1, 2].map(() => fileOf(someone, 'overview').then(({ status }) => status))
    while (held.count() < 2) await setImmediate()

    const third = await someone.get('/api/v1/pdf/overview')
    held.answerAll(Uint8Array.from([37, 80, 68, 70]))

    expect(third.status).toBe(429)
    expect(third.body.detail).toContain('ask again when one of them is there')
    expect(await Promise.all([one, two])).toEqual([200, 200])
  })
})

const wordsEn = {
  improved: 'Improved',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  no_clear_change: 'No clear change',
  not_enough_data: 'Not enough data',
  not_comparable: 'Not comparable',
} as const

type Cell = {
  brand: { id: number }
  metric: string
  state: keyof typeof wordsEn
  reasons: { code: string }[]
  sentence: { en: string; ko: string }
}

const primary = ['first_reply', 'unserved_rate', 'recontact_rate', 'csat', 'demand', 'human_workload']

async function cellsOf(person: SignedIn): Promise<Cell[]> {
  return (await person.get(`/api/v1/comparisons?metric=${primary.join(',')}`)).body.comparisons
}

async function fileOf(person: SignedIn, path: string): Promise<request.Response> {
  return person
    .get(`/api/v1/pdf/${path}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
}

async function documentOf(person: SignedIn, path: string): Promise<ReadPdf> {
  const { status, body } = await fileOf(person, path)
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${body.toString()}`)
  return readPdf(body)
}

/** A thread that answers when it is told to. */
function heldThread() {
  const waiting: ((answer: unknown) => void)[] = []
  const thread: Thread = {
    ask: () => new Promise((resolve) => waiting.push(resolve)),
    close: async () => {},
  }
  return {
    thread,
    count: () => waiting.length,
    answerAll: (answer: unknown) => waiting.forEach((resolve) => resolve(answer)),
  }
}
