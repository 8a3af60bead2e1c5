import { seededRandom } from '../../shared/base/seeded-random.ts'

/** How much the room likes an item, 1 to 20: the same for everybody, and most items are little liked. */
export const popularity = (id: string, seed: string): number => Math.exp(3 * seededRandom(`${seed}/${id}`)())
