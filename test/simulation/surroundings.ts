import type { History } from '../harness/invariants.ts'
import type { Dice, Tally } from './dice.ts'
import type { Network } from './network.ts'
import type { Node } from './node.ts'
import type { Scheduler } from './scheduler.ts'
import type { Weather } from './weather.ts'

/** The vote that everything is about, in the sessions of test/harness/live.ts. */
export const VOTE = 'a3'

/** How far the vote has come, as seen from outside. */
export type Milestone = 'closed' | 'sealed' | 'taken by the plan' | 'filed'

export interface Air {
  readonly scheduler: Scheduler
  readonly dice: Dice
  readonly tally: Tally
  /** calms down towards the end */
  readonly weather: Weather
}

/** What all parts of one world share. */
export interface Surroundings extends Air {
  readonly network: Network
  readonly nodes: Node[]
  readonly history: History
  readonly milestones: Set<Milestone>
  /** every text that was read of the sealed result */
  readonly sealed: string[]
  readonly session: string
  /** leads into the session */
  readonly code: string
}
