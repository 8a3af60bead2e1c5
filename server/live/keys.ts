/*
 * Every Redis key of the program's live sessions. The keys of one session share a hash tag, so that one script may
 * touch them all on a cluster; those that lead from a code or a link to a session stand alone.
 */

const inSession = (session: string, part: string): string => `{s:${session}}:${part}`

export const keys = {
  /** hash: epoch, entries (how many the stream has had), openVote, nextSeat, `checkIns:<activity>` of closed votes */
  frame: (session: string) => inSession(session, 'frame'),
  /** string: LiveDefinition, JSON */
  definition: (session: string) => inSession(session, 'definition'),
  /** stream: one entry for each decided command, field `entry` */
  facts: (session: string) => inSession(session, 'facts'),
  /** hash: SHA-256 of a seat's token → seat id */
  seats: (session: string) => inSession(session, 'seats'),
  /** hash: activity → the random key of its slots, until the seal */
  voteKeys: (session: string) => inSession(session, 'voteKeys'),
  /** hash: slot → ballot, until the seal */
  ballots: (session: string, activity: string) => inSession(session, `ballots:${activity}`),
  /** hash: activity → sealed result, canonical JSON */
  sealed: (session: string) => inSession(session, 'sealed'),
  /** string: session id */
  code: (code: string) => `madang:code:${code}`,
  /** string: session id */
  joinToken: (token: string) => `madang:join:${token}`,
  /** string: id of the session that the seat with this token's hash is in */
  seat: (hash: string) => `madang:seat:${hash}`,
  /** set: ids of the sessions that are not finished with */
  sessions: 'madang:sessions',
  /** string: written again and again to see how long it takes */
  probe: 'madang:probe',
} as const

/** All keys of one session, for when it is let go. */
export const keysOf = (session: string, activities: readonly string[]): string[] => [
  keys.frame(session),
  keys.definition(session),
  keys.facts(session),
  keys.seats(session),
  keys.voteKeys(session),
  keys.sealed(session),
  ...activities.map((activity) => keys.ballots(session, activity)),
]
