/**
 * Words in lines no wider than `width`. Lines break between words, in Korean too: a word torn in two reads badly. Only
 * a word wider than a whole line is torn.
 */
export function wrapWords(words: string, width: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of words.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ').flatMap((part) => fittingPieces(part, width, widthOf))) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line === '' || widthOf(longer) <= width) line = longer
      else {
        lines.push(line)
        line = word
      }
    }
    lines.push(line)
  }
  return lines
}

function fittingPieces(word: string, width: number, widthOf: (words: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
