/**
 * The value at a place of the ascending order. The list is changed: afterwards nothing before the place is larger, and
 * nothing after it smaller.
 * @param values those from the first to the one before `count`
 * @example selectAt(Float64Array.of(40, 10, 30, 20), 4, 1) // 20
 */
export function selectAt(values: Float64Array, count: number, place: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = medianOfThree(values[low], values[(low + high) >> 1], values[high])
    let left = low
    let right = high
    while (left <= right) {
      while (values[left] < pivot) left++
      while (values[right] > pivot) right--
      if (left <= right) {
        const swapped = values[left]
        values[left++] = values[right]
        values[right--] = swapped
      }
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place]
}

function medianOfThree(one: number, other: number, third: number): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), third))
}
