export type JobAnswer = { state: string; message: string | null }

const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 3_000

/** Waits until a job is done, asking ever more rarely; ends early, with null, once `isWanted` says no. */
export async function jobDone(
  read: () => Promise<JobAnswer>,
  isWanted: () => boolean,
): Promise<JobAnswer | null> {
  for (let wait = FIRST_WAIT_MS; isWanted(); wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    const job = await read()
    if (job.state === 'ok' || job.state === 'failed') return job
    await new Promise((resolve) => window.setTimeout(resolve, wait))
  }
  return null
}
