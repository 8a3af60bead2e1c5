/** The kinds of PrefLib files: orders, strict or tied, complete or incomplete; and categories. */
export const orderTypes = ['soc', 'soi', 'toc', 'toi'] as const
export type PrefLibType = (typeof orderTypes)[number] | 'cat'

/** A PrefLib file. Alternatives are numbered from 1 in it, and from 0 here. */
export interface PrefLibFile {
  type: PrefLibType
  title: string
  description: string
  alternatives: string[]
  /** names of the categories, best first; none in a file of orders */
  categories: string[]
  /** `groups`: tied alternatives, best first; in a `cat` one group for each category, which may be empty */
  ballots: { count: number; groups: number[][] }[]
}
