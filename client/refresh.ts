const WHILE_ARRIVING_SECONDS = 4
const AT_REST_SECONDS = 300

/** How soon to ask again: often while history is arriving, else often enough for a screen on a wall. */
export function refreshSeconds(historyComplete: boolean): number {
  return historyComplete ? AT_REST_SECONDS : WHILE_ARRIVING_SECONDS
}
