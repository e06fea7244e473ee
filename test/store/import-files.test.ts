import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteLeftFiles, readFileHeaders, receiveFile } from '../../server/store/import-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-received-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* slowly(...pieces: string[]) {
  for (const piece of pieces) {
    yield Buffer.from(piece)
    await wait(20)
  }
}

describe('a file that arrives', () => {
  it('is written piece by piece', async () => {
    const file = join(folder, 'imports', 'a.csv')

    expect(await receiveFile(slowly('a,b\n', '1,2\n'), file, 100)).toMatchObject({
      sizeBytes: 8,
      encoding: 'utf-8',
    })

    expect(readFileSync(file, 'utf8')).toBe('a,b\n1,2\n')
  })

  it('that cannot be written fails that request and nothing else; a file of that name stays', async () => {
    const file = join(folder, 'a.csv')
    writeFileSync(file, 'somebody else’s')

    await expect(receiveFile(slowly('a,b\n', '1,2\n', '3,4\n'), file, 100)).rejects.toThrow('EEXIST')

    expect(readFileSync(file, 'utf8')).toBe('somebody else’s')
  })

  it('that is too large leaves nothing behind', async () => {
    const file = join(folder, 'a.csv')

    await expect(receiveFile(slowly('a,b\n', '1,2\n'), file, 5)).rejects.toThrow('larger')

    expect(existsSync(file)).toBe(false)
  })
})

it('a header of more columns than a table of figures has is refused', async () => {
  const file = join(folder, 'wide.csv')
  writeFileSync(file, `${'a,'.repeat(500)}a\n`)

  await expect(readFileHeaders(file, { encoding: 'utf-8', delimiter: ',' })).rejects.toThrow('501 columns')
})

it('clearing the folder forgets old files, and minds nothing that is none', () => {
  const old = join(folder, 'old.csv')
  writeFileSync(old, 'a')
  mkdirSync(join(folder, 'kept'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link.csv'))
  for (const path of [old, join(folder, 'kept')]) utimesSync(path, 0, 0)

  expect(deleteLeftFiles(folder, new Set())).toBe(1)

  expect(readdirSync(folder).sort()).toEqual(['kept', 'link.csv'])
})
