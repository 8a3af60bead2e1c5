/** Part of the whole from 0 to 1; an empty whole has no part. */
export function share(value: number, max: number) {
  return max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
}
