/*
 * Every Redis key of the program's live sessions. The keys of one session share a hash tag, so that one script may
 * touch them all on a cluster; those that lead from a code or a link to a session stand alone.
 */

const inSession = (session: string, part: string): string => `{s:${session}}:${part}`

export const keys = {
  /**
   * hash: epoch, entries (how many the stream has had), openVote, nextSeat; of closed votes `checkIns:<activity>`, and
   * until the seal `seats:<activity>` and `groups:<activity>`: counts by channel and by groups, JSON
   */
  frame: (session: string) => inSession(session, 'frame'),
  /** string: LiveDefinition, JSON */
  definition: (session: string) => inSession(session, 'definition'),
  /** stream: one entry for each decided command, field `entry` */
  facts: (session: string) => inSession(session, 'facts'),
  /** hash: SHA-256 of a seat's token → seat id, and behind a colon its channel where that is not the hall */
  seats: (session: string) => inSession(session, 'seats'),
  /** hash: keyed hash of a ticket → its channel, and behind a colon the hash of the seat's token that used it, or `void` */
  tickets: (session: string) => inSession(session, 'tickets'),
  /** hash: SHA-256 of a seat's token → what it told of itself, JSON; erased with the last seal */
  groups: (session: string) => inSession(session, 'groups'),
  /** hash: activity → the random key of its slots, until the seal */
  voteKeys: (session: string) => inSession(session, 'voteKeys'),
  /** hash: slot → ballot, until the seal */
  ballots: (session: string, activity: string) => inSession(session, `ballots:${activity}`),
  /** hash: slot → channel, a space, and the groups of its seat, JSON; until the seal */
  origins: (session: string, activity: string) => inSession(session, `origins:${activity}`),
  /** hash: activity → sealed result, canonical JSON */
  sealed: (session: string) => inSession(session, 'sealed'),
  /** string: session id */
  code: (code: string) => `madang:code:${code}`,
  /** string: session id; of a door of its own, behind spaces, its channel and when it closes (epoch ms, 0: never) */
  joinToken: (token: string) => `madang:join:${token}`,
  /** string: id of the session that the seat with this token's hash is in */
  seat: (hash: string) => `madang:seat:${hash}`,
  /** string: the key of all tickets' hashes */
  ticketKey: 'madang:ticketKey',
  /** string: id of the session that the ticket with this keyed hash is of */
  ticket: (hash: string) => `madang:ticket:${hash}`,
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
  keys.tickets(session),
  keys.groups(session),
  keys.sealed(session),
  ...activities.flatMap((activity) => [keys.ballots(session, activity), keys.origins(session, activity)]),
]
