import { z } from 'zod'

/**
 * The ways in which votes come: a resident's own phone in the hall, a helper at the table, one device that goes from hand
 * to hand, paper, the vote before the day, a committee. A seat has one for ever; older seats are of the hall.
 */
export const ChannelId = z.enum(['hall', 'helper', 'shared', 'paper', 'preVote', 'committee'])
export type ChannelId = z.infer<typeof ChannelId>
export const channelIds = ChannelId.options

/** The channels that somebody with a helper's link can serve. */
export const ServedChannel = ChannelId.extract(['helper', 'shared', 'paper'])
export type ServedChannel = z.infer<typeof ServedChannel>

/** The channels that a door of its own leads to: a link that many people use. */
export const DoorChannel = ChannelId.extract(['preVote', 'committee'])
export type DoorChannel = z.infer<typeof DoorChannel>
