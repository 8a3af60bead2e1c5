import { ok, refuse, type Outcome } from '../../../shared/base/outcome.ts'
import { ballotPapers, paperFileName, paperOf, tallySheet, ticketCards } from '../../exports/paper/index.ts'
import type { BallotPaper } from '../../exports/paper/ballot-papers.ts'
import type { FileAnswer, Handlers, House } from '../call.ts'

type Ids = 'printTickets' | 'printBallots' | 'printTally'

const pdf = (fileName: string, bytes: Buffer): Outcome<FileAnswer> =>
  ok({ contentType: 'application/pdf', fileName, bytes })

/** Paper of a live session: tickets for the door, ballot papers, and the sheet on which they are counted. */
export const paperHandlers = (house: House): Handlers<Ids> => ({
  async printTickets(call) {
    const { live, publicUrl } = house
    const seed = call.secretFor('tickets')
    if (!seed.ok) return seed
    const session = await live.session(call.params.id)
    if (!session) return refuse('session_not_live')
    const { n, channel } = call.body
    const made = await call.onceOutside(
      () => live.createTickets(call.params.id, { n, channel, seed: seed.value }),
      true,
    )
    if (!made.ok) return made
    const { planTitle, title, heldAt, place } = session.state.definition
    const tickets = made.value.tickets.map((code) => ({ code, url: `${publicUrl}/t/${code}` }))
    const when = [heldAt && dayOf(heldAt), place].filter(Boolean).join(' · ')
    return pdf(
      paperFileName('참여표', title),
      await ticketCards({ planTitle, title, when, tickets }, await house.paperFont()),
    )
  },

  async printBallots({ params, query }) {
    const paper = await paperFor(house, params.id, params.activity)
    if (!paper.ok) return paper
    const copies = Number(query.copies ?? 1)
    return pdf(
      paperFileName('투표지', paper.value.question),
      await ballotPapers(paper.value, copies, await house.paperFont()),
    )
  },

  async printTally({ params }) {
    const paper = await paperFor(house, params.id, params.activity)
    if (!paper.ok) return paper
    return pdf(paperFileName('집계표', paper.value.question), await tallySheet(paper.value, await house.paperFont()))
  },
})

async function paperFor({ live }: House, sessionId: string, activity: string): Promise<Outcome<BallotPaper>> {
  const session = await live.session(sessionId)
  if (!session) return refuse('session_not_live')
  const { activities, definition, material } = session.state
  const vote = activities.find(({ id }) => id === activity)
  if (vote?.kind !== 'vote') return refuse('activity_not_found')
  const paper = paperOf(vote, definition, material)
  if (!paper) return refuse('no_paper')
  return paper.items.length > 0 ? ok(paper) : refuse('no_candidates')
}

const day = new Intl.DateTimeFormat('ko-KR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Seoul' })
const dayOf = (heldAt: string): string => day.format(new Date(heldAt))
