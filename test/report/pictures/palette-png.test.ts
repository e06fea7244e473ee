import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { palettePng } from '../../../server/report/pictures/palette-png.ts'

describe('a picture of few colours', () => {
  it('is read as it was by another program', async () => {
    const pixels = Uint8ClampedArray.from([
      ...[255, 255, 255, 255, 10, 20, 30, 255],
      ...[47, 78, 209, 255, 255, 255, 255, 255],
      ...[0, 0, 0, 255, 171, 48, 20, 255],
    ])

    expect(await read(palettePng(pixels, 2, 3))).toEqual([...pixels])
  })

  it('draws what does not fit into its palette in the nearest colour', async () => {
    const shades = Array.from({ length: 300 }, (_, index) => [index % 256, index < 256 ? 0 : 1, 0, 255])
    const shown = await read(palettePng(Uint8ClampedArray.from(shades.flat()), 300, 1))

    shades.forEach((shade, index) => {
      const away = shade.map((part, at) => Math.abs(part - shown[index * 4 + at]))
      expect(Math.max(...away)).toBeLessThan(2)
    })
  })
})

async function read(png: Buffer): Promise<number[]> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return [...context.getImageData(0, 0, image.width, image.height).data]
}
