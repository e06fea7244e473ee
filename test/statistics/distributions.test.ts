import { describe, expect, it } from 'vitest'
import { normalCumulative } from '../../server/statistics/normal.ts'
import { studentTCumulative, studentTQuantile } from '../../server/statistics/student-t.ts'

/** Reference values computed with 40 digits (regularised incomplete beta function, complementary error function). */
describe('the distributions agree with references to 1e-10', () => {
  it.each([
    [-1, 1, 0.25],
    [-0.5, 2.5, 0.3288489599348573],
    [1.3, 4, 0.8682742017643879],
    [-2.7, 7, 0.01531951358209961],
    [0.01, 11.75, 0.5039054669176686],
    [-3.5, 22, 0.001012049594263824],
    [4.2, 34, 0.9999090638179753],
    [-1.96, 101, 0.02637562475439118],
    [-6, 13.2, 2.084864780279776e-5],
    [-12, 5, 3.544746258580761e-5],
    [-0.000001, 9, 0.4999996119650911],
  ])('Student’s t at or below %d with %d degrees of freedom', (value, degrees, expected) => {
    expect(relativeError(studentTCumulative(value, degrees), expected)).toBeLessThan(1e-10)
  })

  it.each([
    [0.975, 1, 12.7062047361747],
    [0.975, 2, 4.302652729749464],
    [0.975, 3.7, 2.867520707191189],
    [0.975, 7, 2.364624251592785],
    [0.975, 14.2, 2.141956118858092],
    [0.975, 22, 2.073873067904026],
    [0.975, 100, 1.983971518523552],
    [0.975, 1000, 1.962339080826408],
    [0.9975, 11, 3.496614173253672],
    [0.6, 5, 0.2671808657041451],
    [0.025, 9.5, -2.244137461492296],
    [0.99999, 6, 12.03165317811816],
  ])('quantile %d of Student’s t with %d degrees of freedom', (probability, degrees, expected) => {
    expect(relativeError(studentTQuantile(probability, degrees), expected)).toBeLessThan(1e-10)
  })

  it.each([
    [-0.3, 0.3820885778110474],
    [0, 0.5],
    [0.000001, 0.5000003989422804],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [-2.5, 0.006209665325776135],
    [-2.5000001, 0.006209663572946305],
    [3, 0.9986501019683699],
    [-4, 3.167124183311992e-5],
    [-8, 6.220960574271784e-16],
    [-20, 2.753624118606234e-89],
  ])('normal at or below %d', (value, expected) => {
    expect(relativeError(normalCumulative(value), expected)).toBeLessThan(1e-10)
  })
})

function relativeError(value: number, expected: number): number {
  return Math.abs(value / expected - 1)
}
