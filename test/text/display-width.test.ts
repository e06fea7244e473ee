import { describe, expect, it } from 'vitest'
import { displayWidth, padDisplay, wrapDisplay } from '../../server/text/display-width.ts'

describe('displayWidth', () => {
  it('counts Hangul twice', () => {
    expect(displayWidth('대화 3')).toBe(6)
  })
})

describe('padDisplay', () => {
  it('lines up words of both scripts', () => {
    expect(padDisplay('대화', 6)).toBe('대화  ')
    expect(padDisplay('chat', 6)).toBe('chat  ')
  })

  it('leaves a longer text as it is', () => {
    expect(padDisplay('conversation', 3)).toBe('conversation')
  })
})

describe('wrapDisplay', () => {
  it('ends lines between words', () => {
    expect(wrapDisplay('one two three', 7, '  ')).toBe('one two\n  three')
  })

  it('keeps the indent of the first line', () => {
    expect(wrapDisplay('  one two', 5, '  ')).toBe('  one\n  two')
  })

  it('does not break at a space that holds together', () => {
    expect(wrapDisplay('a b\u00a0c', 4)).toBe('a\nb\u00a0c')
  })

  it('leaves a word longer than the line in one piece', () => {
    expect(wrapDisplay('https://cutover.example/brands/1', 10)).toBe('https://cutover.example/brands/1')
  })
})
