/**
 * Slanted lines as a fill: takes the place a pattern has on a canvas.
 * A class, because chart.js takes plain objects among its options apart.
 */
export class Hatch {
  constructor(
    readonly colour: string,
    readonly distance: number,
  ) {}
}
