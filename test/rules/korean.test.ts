import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../server/metrics/catalog.ts'
import { packageDirectory, readFiles } from './package-files.ts'

/** Names and units that stay as they are in a Korean sentence. */
const namesKept = new Set(
  'Cutover Zendesk AI Excel CSAT CSV XLSX PNG PDF SMTP API ID URL JSON HTML UTC Explore OAuth SQLite GitHub Slack KakaoTalk'.split(
    ' ',
  ),
)

const folder = 'server/text/messages'
const subjects = readFiles([folder], ['-en.ts']).map(({ path }) =>
  path.slice(folder.length + 1, -'-en.ts'.length),
)

describe.each(subjects)('the %s messages', async (subject) => {
  const english = await textsOf(`${subject}-en.ts`)
  const korean = await textsOf(`${subject}-ko.ts`)

  it('exist in both languages, key by key', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take the same words in both languages', () => {
    const differing = [...english].filter(([key, text]) => {
      const names = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const inKorean = new Set(names(korean.get(key) ?? ''))
      return names(text).some((name) => !inKorean.has(name))
    })

    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('are Korean in Korean', () => {
    const leftInEnglish = [...korean].filter(([, text]) => foreignWords(text).length > 0)

    expect(leftInEnglish.map(([key, text]) => `${key}: ${foreignWords(text).join(', ')}`)).toEqual([])
  })
})

describe('the catalogue', () => {
  it.each(catalog.map((metric) => [metric.key, metric] as const))('says %s in Korean', (_key, metric) => {
    const { name, question, before, after, condition, zendesk } = metric
    for (const text of [name, question, before, after, condition, zendesk]) {
      if (text === null) continue
      expect(text.ko).not.toBe(text.en)
      expect(foreignWords(text.ko)).toEqual([])
    }
  })
})

/** Latin words that are neither a placeholder nor a name that is kept. */
function foreignWords(text: string): string[] {
  const plain = text.replace(/\{[^}]*\}/g, ' ').replace(/<[^>]*>|%p/g, ' ')
  return (plain.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !namesKept.has(word))
}

/** Every text a catalogue file exports, under its path of keys. */
async function textsOf(file: string): Promise<Map<string, string>> {
  const exported: unknown = await import(pathToFileURL(join(packageDirectory, folder, file)).href)
  const texts = new Map<string, string>()
  for (const catalogue of Object.values(exported ?? {})) collect(catalogue, '', texts)
  return texts
}

function collect(value: unknown, path: string, texts: Map<string, string>): void {
  if (typeof value === 'string') texts.set(path, value)
  else if (typeof value === 'function') texts.set(path, '')
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      collect(inner, path === '' ? key : `${path}.${key}`, texts)
  }
}
