import type { Mark } from './painted-text.ts'

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const
const HATCH_PX = 5

/** An element's ground and borders; what has neither makes no mark. */
export function boxMarks(element: Element, style: CSSStyleDeclaration): Mark[] {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const ground = isSeen(style.backgroundColor) ? style.backgroundColor : null
  const hatch = hatchOf(style.backgroundImage)
  const borders = SIDES.flatMap((side) => borderOf(style, side))
  if (width === 0 && height === 0) return []
  if (ground === null && hatch === null && borders.length === 0) return []
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2)
  const isDiamond = style.clipPath.startsWith('polygon') || isTurned(style.transform)
  return [{ left, top, right, bottom, paint }]

  function paint(context: CanvasRenderingContext2D): void {
    const outline = new Path2D()
    if (isDiamond) diamond(outline)
    else outline.roundRect(left, top, width, height, radius)
    if (ground !== null) {
      context.fillStyle = ground
      context.fill(outline)
    }
    if (hatch !== null) paintHatch(context, outline, hatch)
    if (borders.length === SIDES.length && borders.every((border) => border.isLike(borders[0]))) {
      context.strokeStyle = borders[0].colour
      context.lineWidth = borders[0].width
      context.setLineDash(borders[0].dash)
      context.stroke(outline)
    } else for (const border of borders) paintBorder(context, border)
    context.setLineDash([])
  }

  /** Standing on its corner: the only other outline our style sheets make. */
  function diamond(path: Path2D): void {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    path.moveTo(x, top)
    path.lineTo(right, y)
    path.lineTo(x, bottom)
    path.lineTo(left, y)
    path.closePath()
  }

  function paintHatch(
    context: CanvasRenderingContext2D,
    outline: Path2D,
    { colour, isUpright }: { colour: string; isUpright: boolean },
  ): void {
    context.save()
    context.clip(outline)
    context.strokeStyle = colour
    context.lineWidth = 1.5
    context.beginPath()
    const lean = isUpright ? 0 : height
    for (let x = left; x < right + lean; x += HATCH_PX) {
      context.moveTo(x, top)
      context.lineTo(x - lean, bottom)
    }
    context.stroke()
    context.restore()
  }

  function paintBorder(
    context: CanvasRenderingContext2D,
    { side, width: thick, colour, dash }: Border,
  ): void {
    const half = thick / 2
    const [x1, y1, x2, y2] = {
      Top: [left, top + half, right, top + half],
      Right: [right - half, top, right - half, bottom],
      Bottom: [left, bottom - half, right, bottom - half],
      Left: [left + half, top, left + half, bottom],
    }[side]
    context.strokeStyle = colour
    context.lineWidth = thick
    context.setLineDash(dash)
    context.beginPath()
    context.moveTo(x1, y1)
    context.lineTo(x2, y2)
    context.stroke()
  }
}

type Border = {
  side: (typeof SIDES)[number]
  width: number
  colour: string
  dash: number[]
  isLike: (other: Border) => boolean
}

function borderOf(style: CSSStyleDeclaration, side: (typeof SIDES)[number]): Border[] {
  const width = Number.parseFloat(style[`border${side}Width`])
  const look = style[`border${side}Style`]
  const colour = style[`border${side}Color`]
  if (!(width > 0) || look === 'none' || look === 'hidden' || !isSeen(colour)) return []
  const dash = look === 'dashed' ? [3 * width, 2 * width] : look === 'dotted' ? [width, width] : []
  const isLike = (other: Border) => other.width === width && other.colour === colour
  return [{ side, width, colour, dash, isLike }]
}

/** Slanted or upright lines, by the first colour of a repeated gradient. */
function hatchOf(image: string): { colour: string; isUpright: boolean } | null {
  const found = /repeating-linear-gradient\((\d+)deg, ((?:rgba?|color|oklab|oklch)\([^)]*\))/.exec(image)
  return found ? { colour: found[2], isUpright: found[1] === '90' } : null
}

function isTurned(transform: string): boolean {
  const [, turned] = /^matrix\([^,]+, ([^,]+),/.exec(transform) ?? []
  return turned !== undefined && Number.parseFloat(turned) !== 0
}

function isSeen(colour: string): boolean {
  return colour !== 'transparent' && !/^rgba\([^)]*, 0\)$|\/ 0\)$/.test(colour)
}
