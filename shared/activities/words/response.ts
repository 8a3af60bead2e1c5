import { z } from 'zod'
import { ActivityId, ResponseId, SeatId } from '../../base/ids.ts'
import { HideReason } from '../material.ts'

/** A few words that a participant wrote to an open question. */
export const Response = z.strictObject({
  id: ResponseId,
  activity: ActivityId,
  /** the seat that wrote it; null when somebody at the console did, for somebody in the room */
  author: SeatId.nullable(),
  text: z.string(),
  withdrawn: z.boolean(),
  hidden: HideReason.nullable(),
})
export type Response = z.infer<typeof Response>

/** What an author sees of an own response. */
export const MyResponse = Response.pick({ id: true, activity: true, text: true, hidden: true })
export type MyResponse = z.infer<typeof MyResponse>

type Responses = Readonly<Record<string, Response>>
/** Responses to one question that the room may see, in the order of their arrival. */
export const shownResponses = (responses: Responses | undefined, activity: string): Response[] =>
  Object.values(responses ?? {}).filter(
    (response) => response.activity === activity && !response.withdrawn && response.hidden === null,
  )

/** A seat's own responses. */
export const responsesOf = (responses: Responses | undefined, seat: string): MyResponse[] =>
  Object.values(responses ?? {})
    .filter((response) => response.author === seat && !response.withdrawn)
    .map(withoutAuthor)

/** All that moderators look through, hidden ones among them. */
export const moderatedResponses = (responses: Responses | undefined): MyResponse[] =>
  Object.values(responses ?? {})
    .filter(({ withdrawn }) => !withdrawn)
    .map(withoutAuthor)

const withoutAuthor = ({ id, activity, text, hidden }: Response): MyResponse => ({ id, activity, text, hidden })
