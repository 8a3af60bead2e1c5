import { PCA } from 'ml-pca'
import { seededRandom } from '../../../shared/base/seeded-random.ts'
import { axesOf, findGroups, type Row as Voter } from '../../../shared/methods/opinion-groups/count.ts'
import { alone, compare, type Row } from './rounds.ts'

const PEOPLE = 2_000
const STATEMENTS = 200

/** Principal components of 2,000 people × 200 statements, and the whole way to the groups. */
export function opinions(): Row[] {
  const voters = hall()
  const title = `${PEOPLE.toLocaleString('en')} people × ${STATEMENTS} statements`
  const values = imputed(voters)
  const ours = () => axesOf(voters, STATEMENTS)
  const theirs = () => new PCA(values)
  agree(
    ours().map((axis) => [...axis]),
    theirs().getEigenvectors().transpose().to2DArray(),
  )
  return [
    compare(`Two principal components, ${title}`, ours, 'ml-pca 4.1.1', theirs),
    alone(`Components, places and groups, ${title}`, () => findGroups(voters, STATEMENTS)),
  ]
}

/** Three camps; two in five statements are not seen. */
function hall(): Voter[] {
  const random = seededRandom('opinions')
  const vote = (camp: number, s: number) => {
    const mood = random()
    if (mood < 0.4) return '.'
    if (mood < 0.46) return '0'
    return random() < [0.2, 0.5, 0.8][(camp + s) % 3]! ? '+' : '-'
  }
  return Array.from({ length: PEOPLE }, (_, person) => ({
    votes: Array.from({ length: STATEMENTS }, (__, s) => vote(person % 3, s)).join(''),
    weight: 1,
  }))
}

/** A blank is the mean of its statement, as in ours. */
function imputed(voters: readonly Voter[]): number[][] {
  const values = voters.map(({ votes }) => Array.from(votes, (vote) => ({ '+': 1, '-': -1, '0': 0 })[vote] ?? null))
  const means = Array.from({ length: STATEMENTS }, (_, s) => {
    const cast = values.map((row) => row[s]!).filter((value) => value !== null)
    return cast.reduce<number>((sum, value) => sum + value, 0) / cast.length
  })
  return values.map((row) => row.map((value, s) => value ?? means[s]!))
}

/** A benchmark that compares different answers compares nothing. Axes may point the other way. */
function agree(ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]): void {
  ours.forEach((axis, a) => {
    const cosine = axis.reduce((sum, value, i) => sum + value * theirs[a]![i]!, 0)
    if (Math.abs(cosine) < 0.9999) throw new Error(`axis ${a} of the two programs differs: ${cosine}`)
  })
}
