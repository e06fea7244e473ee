import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, expect, it } from 'vitest'
import type { FileType } from '../../server/http/conversations/export-file.ts'
import { sendFile } from '../../server/http/conversations/export-file.ts'
import { conversationsOf } from '../browser/fixture/conversations.ts'

let server: Server

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

it.each<FileType>(['csv', 'xlsx'])('a reader who leaves a %s midway stops its rows', async (type) => {
  const { url, stopped } = await serveEndless(type)
  const reading = new AbortController()
  const response = await fetch(url, { signal: reading.signal })
  const reader = response.body?.getReader()
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0)

  reading.abort()

  expect(await stopped).toBe('without a fault')
})

/** A file whose rows never end by themselves; `stopped` is told once nobody holds them and the answer is over. */
async function serveEndless(type: FileType): Promise<{ url: string; stopped: Promise<string> }> {
  const page = conversationsOf({}).rows
  const column = { heading: 'Number', width: 10, cell: () => 'a value of some length'.repeat(20) }
  const app = express()
  const stopped = new Promise<string>((resolve) => {
    app.get('/', async (_request, response) => {
      let release = () => {}
      const released = new Promise<void>((free) => (release = free))
      function* rows() {
        try {
          for (;;) yield page
        } finally {
          release()
        }
      }
      const file = { type, name: `rows.${type}`, title: 'Rows', columns: [column] }
      const fault = await sendFile(response, file, rows()).then(
        () => 'without a fault',
        (error: unknown) => String(error),
      )
      await released
      resolve(fault)
    })
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stopped }
}
