import type { Crew } from '../../shared/protocol/live.ts'
import type { Identity } from './identity.ts'

type Person = Crew['people'][number]

/** Who sits at these consoles: everybody once, however many screens he has open, in the order in which they came. */
export function peopleOf(consoles: readonly Pick<Identity, 'sender' | 'name'>[]): Person[] {
  return [...new Map(consoles.map(({ sender, name }) => [sender, { id: sender, name }])).values()]
}
