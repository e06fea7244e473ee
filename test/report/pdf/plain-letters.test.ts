import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontFile } from '../../../server/platform/fonts.ts'
import { plainLetters } from '../../../server/report/pdf/plain-letters.ts'

describe('a font without its rules for shifting letters', () => {
  it('keeps every table but those', () => {
    const font = readFileSync(fontFile('regular'))

    const left = tagsOf(font).filter((tag) => !tagsOf(plainLetters(font)).includes(tag))

    expect(left.sort()).toEqual(['GPOS', 'GSUB'])
  })

  it('leaves the font it was made from as it is', () => {
    const font = readFileSync(fontFile('semibold'))
    const before = Buffer.from(font)

    plainLetters(font)

    expect(font.equals(before)).toBe(true)
  })
})

function tagsOf(font: Buffer): string[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
    font.toString('latin1', 12 + index * 16, 16 + index * 16),
  )
}
