/** Hangul, Chinese and full-width characters take two columns in a fixed-width font. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u

/** Columns a text takes in a fixed-width font. @example displayWidth('대화 3') // 6 */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0)
}

/** The text filled up with spaces to a number of columns; a longer text is left as it is. */
export function padDisplay(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** Words set in lines of at most `columns`, each line after the first behind `indent`. */
export function wrapDisplay(text: string, columns: number, indent = ''): string {
  const lines: string[] = []
  const [, lead, words] = /^( *)(.*)$/su.exec(text) ?? ['', '', text]
  let line = lead
  for (const word of words.split(/[ \n]+/)) {
    const longer = line.trim() === '' ? line + word : `${line} ${word}`
    if (line.trim() !== '' && displayWidth(longer) > columns) {
      lines.push(line)
      line = indent + word
    } else {
      line = longer
    }
  }
  return [...lines, line].join('\n')
}
