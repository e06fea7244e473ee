import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../server/admin/commands.ts'
import { environmentNames } from '../../server/platform/config.ts'
import { tasks } from '../../jobs/tasks.ts'
import { readFiles, readPackageFile } from './package-files.ts'

const readmes = ['README.md', 'README.ko.md']
const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readPackageFile('package.json')))

describe.each(readmes)('%s', (file) => {
  const text = readPackageFile(file)

  it('documents every environment name', () => {
    const demoOnly = ['DEMO_PORT', 'DEMO_SCALE']

    expect([...environmentNames, ...demoOnly].filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('documents every job', () => {
    expect(tasks.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('documents every administrator’s command', () => {
    const names = commands.map(({ words }) => words.join(' '))

    expect(names.filter((name) => !text.includes(`\`${name}`))).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path)

    expect(links.length).toBeGreaterThan(0)
    for (const path of links)
      expect(() => readFiles([path.replace(/\/$/, '')], ['.md'])).not.toThrow('ENOENT')
  })
})

describe('the documents', () => {
  it('give a reason for every dependency', () => {
    const decisions = readFiles(['docs/decisions'], ['.md'])
      .map(({ text }) => text)
      .join('\n')
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })

    expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([])
  })

  it('mention every npm script', () => {
    const documents = [...readmes, 'CONTRIBUTING.md'].map(readPackageFile).join('\n')
    const commandOf = (name: string) =>
      name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`

    expect(Object.keys(manifest.scripts).filter((name) => !documents.includes(commandOf(name)))).toEqual([])
  })

  it('tell each decision as context, decision and consequences', () => {
    for (const { path, text } of readFiles(['docs/decisions'], ['.md'])) {
      expect(text, path).toMatch(/^# .+\n[\s\S]*## Context\n[\s\S]*## Decision\n[\s\S]*## Consequences\n/)
    }
  })
})
