/*
 * The second tap of a double tap must not answer the question that came up under the finger. It also keeps a phone that
 * sends each answer below the four ballots a second that the server takes.
 */
const REST_MS = 350

/** May this tap answer, or does it still belong to the question before? Says yes at most about three times a second. */
export function patience(): (event: Event) => boolean {
  let restsUntil = -Infinity
  return ({ timeStamp }) => {
    if (timeStamp < restsUntil) return false
    restsUntil = timeStamp + REST_MS
    return true
  }
}
