import { describe, expect, it } from 'vitest'
import { parseExportFile } from '../../../jobs/streams/bot-export-file.ts'

const one = { CONVERSATION_ID: 'a', LABELS: ['x'] }
const two = { CONVERSATION_ID: 'b', LABELS: [] }
const both = { state: 'read', records: [one, two], brokenLines: [] }

describe('a file of the export is', () => {
  it.each([
    ['a JSON array', JSON.stringify([one, two])],
    ['JSON Lines', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ['JSON Lines of another system, with empty ones', `${JSON.stringify(one)}\r\n\r\n${JSON.stringify(two)}`],
    ['an object around the array', JSON.stringify({ labels: [], conversations: [one, two] })],
    [
      'an object around the array, whatever its name',
      JSON.stringify({ date: '2026-11-15', page: [one, two] }),
    ],
  ])('%s', (_form, text) => {
    expect(parseExportFile(text)).toEqual(both)
  })

  it('a single line, which looks like an object around lists', () => {
    expect(parseExportFile(JSON.stringify(one))).toEqual({ state: 'read', records: [one], brokenLines: [] })
  })
})

describe('a file that is not whole', () => {
  it.each([
    ['an array without its end', JSON.stringify([one, two]).slice(0, -5), 'cut off'],
    ['a last line without its end', `${JSON.stringify(one)}\n${JSON.stringify(two).slice(0, -5)}`, 'cut off'],
    ['a single line without its end', JSON.stringify(one).slice(0, -5), 'cut off'],
    ['no text', ' \n', 'empty'],
    ['a web page', '<html><body>maintenance</body></html>', 'unknown'],
    ['a word', '"soon"', 'unknown'],
    ['an object with two lists of unknown names', '{"one":[],"two":[]}', 'unknown'],
  ])('%s', (_what, text, state) => {
    expect(parseExportFile(text)).toEqual({ state })
  })

  it('a line in the middle that cannot be read does not cost the others', () => {
    const text = `${JSON.stringify(one)}\n{"CONVERSATION_ID":\n${JSON.stringify(two)}`

    expect(parseExportFile(text)).toEqual({ ...both, brokenLines: [2] })
  })
})
