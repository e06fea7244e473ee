import { describe, expect, it } from 'vitest'
import { arcCurves } from '../../../server/report/pdf/canvas/arc-curves.ts'

const circle = { x: 10, y: 20, radius: 5 }

describe('an arc as curves', () => {
  it('of a whole turn comes back to where it began, in four curves', () => {
    const { startX, startY, curves } = arcCurves(circle, 0, 2 * Math.PI)

    expect(curves).toHaveLength(4)
    expect([startX, startY]).toEqual([15, 20])
    expect(curves[3]).toMatchObject({ x: expect.closeTo(15, 9), y: expect.closeTo(20, 9) })
  })

  it('stays on the circle between its ends', () => {
    const { startX, startY, curves } = arcCurves(circle, 0.3, 2.9)
    let [fromX, fromY] = [startX, startY]
    for (const curve of curves) {
      if (curve.to !== 'curve') throw new Error('an arc is made of curves')
      const middle = (from: number, one: number, two: number, to: number) =>
        (from + 3 * one + 3 * two + to) / 8
      const x = middle(fromX, curve.x1, curve.x2, curve.x)
      const y = middle(fromY, curve.y1, curve.y2, curve.y)
      expect(Math.hypot(x - 10, y - 20)).toBeCloseTo(5, 2)
      ;[fromX, fromY] = [curve.x, curve.y]
    }
  })

  it('goes the other way round where it is told to', () => {
    const last = arcCurves(circle, 0, -Math.PI / 2, true).curves.at(-1)

    expect(last).toMatchObject({ x: expect.closeTo(10, 9), y: expect.closeTo(15, 9) })
  })
})
