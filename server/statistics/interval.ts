/** An estimate with the ends of its 95 % confidence interval. */
export type Interval = { estimate: number; low: number; high: number }
