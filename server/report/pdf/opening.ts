import type { BrandSummary, ComparisonsAnswer } from '../../contract.ts'
import { lightColours } from '../pictures/light-colours.ts'
import type { PdfFrame } from './pdf-content.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, styles } from './styles.ts'
import { freshnessWords, scopeWords, wordsIn } from './words.ts'

const LOGO = 18

/** The head of the first page: what it is, for whom, how fresh, and the one sentence. */
export function drawOpening(
  sheet: Sheet,
  content: PdfFrame,
  {
    title,
    headline,
    brands,
    answer,
    notices = [],
  }: {
    title: string
    headline: string
    /** The brands it is about. */
    brands: readonly BrandSummary[]
    answer: Pick<ComparisonsAnswer, 'asOf' | 'dataCompleteTo'>
    /** What a reader must know before anything else. */
    notices?: readonly (string | null)[]
  },
): void {
  const { text } = wordsIn(content.language)
  drawLogo(sheet)
  sheet.write('P', `Cutover · ${text('pdf.subject')}`, {
    x: sheet.left + LOGO + 6,
    y: sheet.y + (LOGO - lineHeight(styles.small)) / 2,
    width: sheet.width - LOGO - 6,
    style: styles.small,
  })
  sheet.y += LOGO + 8
  sheet.paragraph('H1', title, styles.title, 2)
  if (headline !== '') sheet.paragraph('P', headline, styles.headline, 4)
  drawFreshness(sheet, content, answer, scopeWords(content, brands))
  for (const notice of notices) if (notice !== null) drawNotice(sheet, notice)
  sheet.y += 4
}

/** For whom, and how fresh: late data stands out, and in any case before anything is read. */
function drawFreshness(
  sheet: Sheet,
  content: PdfFrame,
  answer: Pick<ComparisonsAnswer, 'asOf' | 'dataCompleteTo'>,
  scope: string,
): void {
  const { words, isLate } = freshnessWords(content, answer)
  if (isLate) drawNotice(sheet, words)
  sheet.paragraph('P', isLate ? scope : `${scope} · ${words}`, styles.small, 4)
}

/** Words in a box that nobody overlooks. */
export function drawNotice(sheet: Sheet, words: string): void {
  const inner = sheet.width - 20
  const height = sheet.heightOf(words, inner, styles.body) + 10
  sheet.need(height)
  const { doc, left, width, y } = sheet
  sheet.ornament(() =>
    doc
      .roundedRect(left, y, width, height, 4)
      .lineWidth(0.75)
      .fillAndStroke(lightColours['warn-soft'], lightColours['warn-line']),
  )
  sheet.write('P', words, { x: left + 10, y: y + 5, width: inner, style: { ...styles.body, colour: 'warn' } })
  sheet.y += height + 6
}

function drawLogo(sheet: Sheet): void {
  const { doc, left, y } = sheet
  sheet.ornament(() => {
    doc.translate(left, y).scale(LOGO / 32)
    doc.roundedRect(0, 0, 32, 32, 8).fill(lightColours.ink)
    doc.lineWidth(2.5).lineCap('round')
    doc.moveTo(6.5, 11.5).lineTo(13.5, 11.5).stroke(lightColours['line-strong'])
    doc.moveTo(16, 6.5).lineTo(16, 25.5).stroke(lightColours.surface)
    doc.moveTo(18.5, 20.5).lineTo(25.5, 20.5).stroke('#9bb0ff')
  })
}
