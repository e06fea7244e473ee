import { Bench } from 'tinybench'

/** Median milliseconds of each piece of work, measured in turn after a warm-up. */
export async function measureMedians(
  work: Record<string, () => unknown>,
  milliseconds = 1500,
): Promise<Record<string, number>> {
  const bench = new Bench({ time: milliseconds, warmup: true, throws: true })
  for (const [name, run] of Object.entries(work)) bench.add(name, async () => void (await run()))
  await bench.run()
  return Object.fromEntries(bench.tasks.map((task) => [task.name, medianOf(task.name, task.result)]))
}

function medianOf(name: string, result: Bench['tasks'][number]['result']): number {
  if (!('latency' in result)) throw new Error(`measureMedians: ${name} was not measured (${result.state})`)
  return result.latency.p50
}

/** '3.2 times (1.92 ms against 0.60 ms)' */
export function ratio(milliseconds: number, yardstick: number): string {
  const times = (milliseconds / yardstick).toFixed(1)
  return `${times} times (${milliseconds.toFixed(2)} ms against ${yardstick.toFixed(2)} ms)`
}
