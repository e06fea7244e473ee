import { inflateRawSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

const ENTRY = 0x02014b50

/** All text of an answer: of a PDF its pages, of an Excel file every part, of an event stream the first event. */
export async function textOfAnswer(response: Response, isStream: boolean): Promise<string> {
  if (isStream && response.ok) return firstEvent(response)
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/vnd.openxmlformats')) return textOfZip(bytes)
  if (type.startsWith('application/pdf')) return textOfPdf(bytes)
  return bytes.toString()
}

async function firstEvent({ body }: Response): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!/data: .*\n\n/.test(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}

/** Every file of an archive, one after the other, with its name. */
function textOfZip(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0 && at + 46 <= bytes.length;) {
    if (bytes.readUInt32LE(at) !== ENTRY) break
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    )
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    parts.push(bytes.toString('utf8', at + 46, at + 46 + nameLength))
    parts.push((method === 0 ? packed : inflateRawSync(packed)).toString())
    at += 46 + nameLength + extraLength + noteLength
  }
  if (parts.length === 0) throw new Error('textOfZip: this is no archive')
  return parts.join('\n')
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(document, { mergePages: true })
  const { info } = await document.getMetadata()
  return `${JSON.stringify({ ...info, CreationDate: null })}\n${text}`
}
