import type { FontWeight } from '../../platform/fonts.ts'
import type { ColourName } from '../pictures/light-colours.ts'

/** How letters look; sizes in points. */
export type TextStyle = { size: number; weight: FontWeight; colour: ColourName }

/** One scale of type for all documents. */
export const styles = {
  title: { size: 20, weight: 'semibold', colour: 'ink' },
  headline: { size: 13, weight: 'semibold', colour: 'ink' },
  heading: { size: 12, weight: 'semibold', colour: 'ink' },
  subheading: { size: 9, weight: 'semibold', colour: 'ink' },
  body: { size: 9, weight: 'regular', colour: 'ink' },
  strong: { size: 9, weight: 'semibold', colour: 'ink' },
  number: { size: 13, weight: 'semibold', colour: 'ink' },
  small: { size: 7.5, weight: 'regular', colour: 'ink-soft' },
  smallStrong: { size: 7.5, weight: 'semibold', colour: 'ink' },
} as const satisfies Record<string, TextStyle>

const LEADING = 1.4

/** From one line to the next, in points. */
export function lineHeight({ size }: TextStyle): number {
  return size * LEADING
}
