import { extractText, getDocumentProxy, getMeta } from 'unpdf'

/** A PDF as another program reads it. */
export type ReadPdf = {
  pages: number
  /** All words in reading order, one space between them. */
  text: string
  title: unknown
  language: unknown
  isTagged: boolean
  /** Names of the fonts whose letters are in the file. */
  embeddedFonts: string[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text, totalPages } = await extractText(pdf, { mergePages: false })
  const { info } = await getMeta(pdf)
  const marks = await pdf.getMarkInfo()
  return {
    pages: totalPages,
    text: text.join(' ').replace(/\s+/g, ' '),
    title: info.Title,
    language: info.Language,
    isTagged: marks?.Marked === true,
    embeddedFonts: fontsIn(bytes),
  }
}

/** Every font the file describes, with the program that draws its letters beside it. */
function fontsIn(bytes: Uint8Array): string[] {
  const source = Buffer.from(bytes).toString('latin1')
  const descriptors = source.match(/\/FontDescriptor\b[\s\S]*?\/FontFile2 \d+ 0 R/g) ?? []
  const names = descriptors.flatMap((part) => /\/FontName \/([\w+-]+)/.exec(part)?.[1] ?? [])
  return [...new Set(names.map((name) => name.replace(/^[A-Z]+\+/, '')))].sort()
}
