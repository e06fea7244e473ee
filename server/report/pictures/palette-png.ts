import { crc32, deflateSync } from 'node:zlib'

const MOST_COLOURS = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PALETTE_TYPE = 3

type Channels = [red: number, green: number, blue: number]

/**
 * A picture without transparency as PNG of at most 256 colours: a chart has few, and is a third as large that way. Colours
 * between two of them, at the edges of lines, are drawn by the nearest that is there.
 * @param pixels red, green, blue and opacity of each, row by row
 */
export function palettePng(pixels: Uint8ClampedArray, width: number, height: number): Buffer {
  const { colours, indexOf } = paletteOf(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0, at = 0; y < height; y++) {
    // The first byte of a row says that it is stored as it is.
    const row = y * (width + 1) + 1
    for (let x = 0; x < width; x++, at += 4) rows[row + x] = indexOf(colourAt(pixels, at))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, PALETTE_TYPE, 0, 0, 0], 8)
  const palette = Buffer.from(colours.flatMap(channelsOf))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most frequent colours, and for every other one the nearest of these. */
function paletteOf(pixels: Uint8ClampedArray): { colours: number[]; indexOf(colour: number): number } {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const colours = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
  const channels = colours.map(channelsOf)
  const indices = new Map(colours.map((colour, index) => [colour, index]))
  const indexOf = (colour: number) => {
    let index = indices.get(colour)
    if (index === undefined) indices.set(colour, (index = nearest(channels, colour)))
    return index
  }
  return { colours, indexOf }
}

function nearest(palette: readonly Channels[], wanted: number): number {
  const [red, green, blue] = channelsOf(wanted)
  let best = 0
  let least = Infinity
  for (const [index, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance >= least) continue
    best = index
    least = distance
  }
  return best
}

function colourAt(pixels: Uint8ClampedArray, at: number): number {
  return (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]
}

function channelsOf(colour: number): Channels {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
