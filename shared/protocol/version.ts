/** The version of the live protocol and of the HTTP API that this side speaks, and the oldest that it still serves. */
export const PROTOCOL = 1
export const OLDEST_PROTOCOL = 1
