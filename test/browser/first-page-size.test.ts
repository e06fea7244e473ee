import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { buildClient } from './build-client.ts'

it('the first page needs less than 150 kB of compressed script, and no chart code', async () => {
  const directory = await buildClient()
  const [, entry] =
    /src="\/(assets\/[^"]+\.js)"/.exec(readFileSync(join(directory, 'index.html'), 'utf8')) ?? []

  const script = readFileSync(join(directory, entry ?? ''))

  expect(gzipSync(script).length).toBeLessThan(150_000)
  expect(script.toString()).not.toContain('LineController')
  expect(readdirSync(join(directory, 'assets')).some((name) => name.startsWith('draw-weekly-line'))).toBe(
    true,
  )
})
