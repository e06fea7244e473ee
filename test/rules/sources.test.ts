import { describe, expect, it } from 'vitest'
import { readFiles, readSources } from './package-files.ts'

const LONGEST_FILE = 300
const folders = ['server', 'jobs', 'client', 'test']

describe('the sources', () => {
  it('have no file longer than 300 lines', () => {
    const long = readFiles([...folders, 'migrations'], ['.ts', '.mjs', '.css', '.sql'])
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST_FILE)

    expect(long).toEqual([])
  })

  it('hold no leftovers', () => {
    const leftovers = /\b(TODO|FIXME|XXX|HACK)\b|\bdebugger\b|\.only\(|eslint-disable|@ts-(ignore|nocheck)/

    expect(linesWith(leftovers, ['server', 'jobs', 'client', 'test', 'migrations', 'docs', '.ci'])).toEqual(
      [],
    )
  })

  it('name no folder of the machine they were written on', () => {
    expect(linesWith(/(^|[\s'"`(])\/(home|work|Users|root)\//, [...folders, 'docs', '.ci'])).toEqual([])
  })

  it('have names that say what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|common|manager|data|info|misc)(\/|\.ts$)/

    expect(
      readSources(folders)
        .map(({ path }) => path)
        .filter((path) => vague.test(path)),
    ).toEqual([])
  })

  it('are named in lower case with hyphens', () => {
    const names = readSources(folders).map(({ path }) => path.slice(path.lastIndexOf('/') + 1))

    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|mjs)$/.test(name))).toEqual([])
  })

  it('import relative files with their ending', () => {
    const withoutEnding = /(from|import\()\s*'\.\.?\/[^']*(?<!\.ts|\.mjs|\.json|\.css|\.svg)'/

    expect(linesWith(withoutEnding, folders)).toEqual([])
  })

  it('export by name', () => {
    expect(linesWith(/^export default /, ['server', 'jobs'])).toEqual([])
  })

  it('keep SQL in the store', () => {
    const sql = /\.prepare\(|\bstatement(<[^>]*>)?\(\s*(db|ctx\.db)/
    const outside = linesWith(sql, ['server', 'jobs', 'client']).filter(
      (line) => !line.startsWith('server/store/'),
    )

    expect(outside).toEqual([])
  })
})

/** 'path:line text' of each matching line; this folder, which spells the patterns out, is left aside. */
function linesWith(pattern: RegExp, where: string[]): string[] {
  return readFiles(where, ['.ts', '.mjs', '.css', '.html', '.sql', '.md'])
    .filter(({ path }) => !path.startsWith('test/rules/'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, index) => ({ line, number: index + 1 }))
        .filter(({ line }) => pattern.test(line))
        .map(({ line, number }) => `${path}:${number} ${line.trim()}`),
    )
}
