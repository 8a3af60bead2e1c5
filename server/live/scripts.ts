import type { RedisClient } from '../redis/connect.ts'
import castBallot from './scripts/cast-ballot.lua?raw'
import commitFacts from './scripts/commit-facts.lua?raw'
import openSession from './scripts/open-session.lua?raw'
import releaseTicket from './scripts/release-ticket.lua?raw'
import sealVote from './scripts/seal-vote.lua?raw'
import takeSeat from './scripts/take-seat.lua?raw'
import tellGroups from './scripts/tell-groups.lua?raw'
import useTicket from './scripts/use-ticket.lua?raw'

/** Every script with its keys by name, in the order of its head; a test holds the two against each other. */
export const scripts = {
  openSession: { lua: openSession, keys: ['frame', 'definition'] },
  takeSeat: { lua: takeSeat, keys: ['frame', 'seats'] },
  useTicket: { lua: useTicket, keys: ['frame', 'seats', 'tickets'] },
  releaseTicket: { lua: releaseTicket, keys: ['frame', 'seats', 'tickets', 'groups'] },
  tellGroups: { lua: tellGroups, keys: ['frame', 'groups', 'ballots', 'origins'] },
  commitFacts: { lua: commitFacts, keys: ['frame', 'facts', 'seats', 'voteKeys', 'groups'] },
  /** the same act, allowed when memory is full: a vote can always be brought to its end */
  commitWhenFull: {
    lua: `#!lua flags=allow-oom\n${commitFacts}`,
    keys: ['frame', 'facts', 'seats', 'voteKeys', 'groups'],
  },
  castBallot: { lua: castBallot, keys: ['frame', 'ballots', 'seats', 'groups', 'origins'] },
  sealVote: { lua: sealVote, keys: ['frame', 'facts', 'ballots', 'voteKeys', 'sealed', 'origins', 'groups'] },
} as const

type ScriptName = keyof typeof scripts
type KeysOf<Name extends ScriptName> = Record<(typeof scripts)[Name]['keys'][number], string>

export type RunScript = <Name extends ScriptName>(
  name: Name,
  keys: KeysOf<Name>,
  args: readonly (string | number)[],
) => Promise<unknown>

/** Teach a connection the scripts. A reply's shape is in the head of the script that gave it. */
export function prepareScripts(client: RedisClient): RunScript {
  for (const [name, { lua, keys }] of Object.entries(scripts)) {
    client.defineCommand(name, { lua, numberOfKeys: keys.length })
  }
  const commands = client as unknown as Record<ScriptName, (...args: (string | number)[]) => Promise<unknown>>
  return (name, keys, args) => {
    const named: Record<string, string> = keys
    const inOrder = scripts[name].keys.map((key) => named[key] as string)
    return commands[name](...inOrder, ...args)
  }
}
