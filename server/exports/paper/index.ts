import { candidatesShown } from '../../../shared/activities/vote/candidates.ts'
import { cardOf } from '../../../shared/activities/vote/settings.ts'
import type { VoteActivity } from '../../../shared/activities/vote/activity.ts'
import type { Material } from '../../../shared/activities/material.ts'
import { methodOf } from '../../../shared/methods/index.ts'
import { isTallied } from '../../../shared/results/paper.ts'
import { safeTitle } from '../report.ts'
import type { BallotPaper, Marks } from './ballot-papers.ts'

export { ballotPapers, tallySheet } from './ballot-papers.ts'
export { ticketCards } from './ticket-cards.ts'

/** How a ballot of this vote is written on paper; null where that is a book of questions rather than a slip. */
function marksOf({ settings }: VoteActivity): Marks | null {
  switch (methodOf(settings.method).ballot) {
    case 'answers':
      return { kind: 'sides' }
    case 'approve':
      return { kind: 'cross' }
    case 'stickers':
      return isTallied(settings) ? { kind: 'cross' } : { kind: 'number', label: '개' }
    case 'ranking':
      return { kind: 'number', label: '위' }
    case 'scores':
    case 'points':
      return { kind: 'number', label: '점' }
    case 'votes':
      return { kind: 'number', label: '표' }
    default:
      return null
  }
}

/** A vote as it is printed: while it is prepared with what it would be about now, once it is open as it is. */
export function paperOf(
  vote: VoteActivity,
  names: { planTitle: string; title: string },
  material: Material,
): BallotPaper | null {
  const marks = marksOf(vote)
  if (!marks) return null
  const { planTitle, title: sessionTitle } = names
  const rule = (('ruleCard' in vote && vote.ruleCard) || cardOf(vote.settings)).ko
  const items = candidatesShown(vote, material).map(({ title }) => title)
  return { planTitle, sessionTitle, question: vote.title, rule, items, marks }
}

export const paperFileName = (what: string, title: string): string => `${what} - ${safeTitle(title)}.pdf`
