import type { WindowValue } from '../contract.ts'
import type { Annotation, LabelStyle, LineAnnotation } from './annotation.ts'
import { markLines } from './numbered-marks.ts'
import { clampedPosition } from './week-positions.ts'
import type { WeeklyLineInput } from './weekly-line-input.ts'

const LABEL_SIZE = 11
/** Below this the two windows are too narrow for their values. */
const NARROW_PX = 760

/** The marks of one brand's chart, behind and above the line. */
export function weeklyAnnotations(input: WeeklyLineInput): Record<string, Annotation> {
  const { comparison, marks, weeks } = input.series
  const { colours, text } = input
  const cutover = marks.find((mark) => mark.kind === 'cutover')?.day
  const rampEnd = marks.find((mark) => mark.kind === 'ramp_end')?.day
  const annotations: Record<string, Annotation> = markLines(input)
  const last = weeks.at(-1)

  if (comparison.before && cutover) {
    annotations.beforeWindow = windowBox(
      input,
      comparison.before,
      text.before,
      colours.beforeWindow,
      colours.before,
    )
    addMean(annotations, 'beforeMean', input, comparison.before, colours.before)
  }
  if (comparison.after && cutover) {
    annotations.afterWindow = windowBox(
      input,
      comparison.after,
      text.after,
      colours.afterWindow,
      colours.after,
    )
    addMean(annotations, 'afterMean', input, comparison.after, colours.after)
  }
  if (comparison.after && comparison.expected && input.series.course === null) {
    annotations.expected = {
      ...meanLine(input, comparison.after, comparison.expected.value, colours.expected),
      borderDash: [5, 4],
      label: {
        ...labelStyle(input, colours.expected),
        content: text.expected,
        display: true,
        position: 'start',
      },
    }
  }
  if (input.goal && weeks.length > 0) {
    annotations.goal = {
      type: 'line',
      // From edge to edge: half a week on each side of the points.
      xMin: -0.5,
      xMax: weeks.length - 0.5,
      yMin: input.goal.value,
      yMax: input.goal.value,
      borderColor: colours.cutover,
      borderWidth: 1,
      borderDash: [2, 3],
      label: {
        ...labelStyle(input, colours.cutover),
        backgroundColor: colours.surface,
        content: input.goal.words,
        display: true,
        position: 'start',
        padding: { x: 4, y: 1 },
        yAdjust: -9,
      },
    }
  }
  if (cutover && rampEnd && rampEnd > cutover) {
    annotations.ramp = {
      type: 'box',
      xMin: clampedPosition(cutover, weeks),
      xMax: clampedPosition(rampEnd, weeks),
      backgroundColor: colours.ramp,
      borderWidth: 0,
      drawTime: 'beforeDatasetsDraw',
    }
  }
  if (cutover && last && cutover >= weeks[0].from && cutover < last.to) {
    const at = clampedPosition(cutover, weeks)
    annotations.cutover = {
      type: 'line',
      xMin: at,
      xMax: at,
      borderColor: colours.cutover,
      borderWidth: 1.5,
      label: {
        ...labelStyle(input, colours.cutover),
        content: text.moved(cutover),
        display: true,
        position: 'end',
        yAdjust: -50,
        // Near an edge the label leans inwards instead of being cut off.
        xAdjust: at < weeks.length * 0.08 ? 40 : at > weeks.length * 0.92 ? -40 : 0,
      },
    }
  }
  return annotations
}

function windowBox(
  input: WeeklyLineInput,
  window: WindowValue,
  name: string,
  fill: string,
  colour: string,
): Annotation {
  const { weeks } = input.series
  const { value } = window
  return {
    type: 'box',
    xMin: clampedPosition(window.from, weeks),
    xMax: clampedPosition(window.to, weeks),
    backgroundColor: fill,
    borderWidth: 0,
    drawTime: 'beforeDatasetsDraw',
    label: {
      ...labelStyle(input, colour),
      content: ({ chart }) =>
        value === null || chart.width < NARROW_PX ? [name] : [`${name} · ${input.text.value(value)}`],
      display: true,
      position: { x: 'center', y: 'start' },
      padding: 4,
      // Above the plot, where no line can cross it.
      yAdjust: -22,
    },
  }
}

function addMean(
  annotations: Record<string, Annotation>,
  name: string,
  input: WeeklyLineInput,
  window: WindowValue,
  colour: string,
): void {
  if (window.value !== null) annotations[name] = meanLine(input, window, window.value, colour)
}

function meanLine(
  input: WeeklyLineInput,
  window: WindowValue,
  value: number,
  colour: string,
): LineAnnotation {
  const { weeks } = input.series
  return {
    type: 'line',
    xMin: clampedPosition(window.from, weeks),
    xMax: clampedPosition(window.to, weeks),
    yMin: value,
    yMax: value,
    borderColor: colour,
    borderWidth: 2.5,
  }
}

function labelStyle(input: WeeklyLineInput, colour: string): LabelStyle {
  return {
    color: colour,
    backgroundColor: 'transparent',
    font: { family: input.fontFamily, size: LABEL_SIZE, weight: 'bold' },
  }
}
