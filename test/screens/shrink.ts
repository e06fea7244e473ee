import { createCanvas, loadImage } from '@napi-rs/canvas'

/** The picture as WebP, as good as fits. @throws Error where even the poorest does not fit */
export async function shrink(png: Buffer, largestBytes: number): Promise<Buffer> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  for (const quality of [88, 80, 70, 60]) {
    const picture = await canvas.encode('webp', quality)
    if (picture.length <= largestBytes) return picture
  }
  throw new Error(`shrink: ${image.width} × ${image.height} points do not fit into ${largestBytes} bytes`)
}
