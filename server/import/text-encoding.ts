/** Encodings a file may have; CP949 is what Korean Windows and Excel write, and holds EUC-KR. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'cp949'] as const
export type TextEncoding = (typeof textEncodings)[number]

const LOOKED_AT_BYTES = 4096

/**
 * The encoding of a text by its first bytes: by its mark, or by where its zeros stand. Null where only the whole text
 * can tell: it is UTF-8 if all of it can be read as such, else CP949.
 */
export function encodingByStart(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const looked = bytes.subarray(0, LOOKED_AT_BYTES)
  const zeros = [0, 0]
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] += 1
  })
  const enough = looked.length / 20
  if (zeros[1] > enough && zeros[0] === 0) return 'utf-16le'
  if (zeros[0] > enough && zeros[1] === 0) return 'utf-16be'
  return null
}

export type TextReader = {
  /** The text of these bytes, without the mark; characters cut in two wait for the next bytes. */
  read(bytes: Uint8Array): string
  /** What was left at the end. */
  end(): string
}

/** Reads bytes piece by piece; what cannot be read becomes U+FFFD. */
export function textReader(encoding: TextEncoding): TextReader {
  if (encoding === 'cp949') return cp949Reader()
  const decoder = new TextDecoder(encoding)
  return { read: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

const UNREADABLE = 0xfffd

function cp949Reader(): TextReader {
  let lead = 0
  const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })
  return {
    read(bytes) {
      const table = cp949Table()
      const codes = new Uint16Array(bytes.length * 2 + 1)
      let length = 0
      for (const byte of bytes) {
        if (lead === 0) {
          if (byte < 0x80) codes[length++] = byte
          else if (byte === 0x80 || byte === 0xff) codes[length++] = UNREADABLE
          else lead = byte
          continue
        }
        const code = table[(lead << 8) | byte]
        codes[length++] = code === 0 ? UNREADABLE : code
        // A letter after half a character is itself: it may be the end of the cell.
        if (code === 0 && byte < 0x80) codes[length++] = byte
        lead = 0
      }
      return utf16.decode(codes.subarray(0, length))
    },
    end() {
      const rest = lead === 0 ? '' : String.fromCharCode(UNREADABLE)
      lead = 0
      return rest
    },
  }
}

let cp949: Uint16Array | null = null

/**
 * Two bytes → UTF-16. The runtime knows EUC-KR only; the syllables CP949 adds stand in the order of Unicode in the
 * places EUC-KR leaves free, so they can be filled in.
 */
function cp949Table(): Uint16Array {
  if (cp949) return cp949
  const table = new Uint16Array(0x10000)
  const decoder = new TextDecoder('euc-kr')
  const known = new Set<number>()
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const code = text.length === 1 ? text.charCodeAt(0) : UNREADABLE
      if (code === UNREADABLE || isPrivate(code)) continue
      table[(lead << 8) | trail] = code
      known.add(code)
    }
  }
  table[0xa2e6] = 0x20ac
  table[0xa2e7] = 0xae
  const free = freePlaces()
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable++) {
    if (!known.has(syllable)) table[free.next().value ?? 0] = syllable
  }
  table[0] = 0
  return (cp949 = table)
}

/** Codes everybody may use as they like mean nothing here. */
function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff
}

function* freePlaces(): Generator<number, undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const isLetter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a)
      const isHigh = trail >= 0x81 && (lead < 0xa1 || trail < 0xa1)
      if (isLetter || isHigh) yield (lead << 8) | trail
    }
  }
}
