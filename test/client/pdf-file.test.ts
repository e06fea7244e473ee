import { describe, expect, it } from 'vitest'
import { nameIn } from '../../client/downloads/pdf-file.ts'

describe('the name of a document', () => {
  it('is the one with all its letters', () => {
    const disposition = `attachment; filename="cutover-brand-101.pdf"; filename*=UTF-8''${encodeURIComponent('Cutover-하늘.pdf')}`

    expect(nameIn(disposition)).toBe('Cutover-하늘.pdf')
  })

  it('is the product’s where the server gave none', () => {
    expect(nameIn('')).toBe('cutover.pdf')
  })
})
