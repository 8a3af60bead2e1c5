import { z } from 'zod'
import { activityCommands } from '../activities/index.ts'
import { paperCommands } from '../activities/vote/paper.ts'
import { CastBallot } from '../activities/vote/commands.ts'
import { ActivityId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { Minutes, showCommands } from './show-commands.ts'
import { tableCommands } from './tables.ts'
import { AttributeId, GroupId } from '../base/profile.ts'

export const OpenActivity = z
  .strictObject({ type: z.literal('openActivity'), activity: ActivityId })
  .describe('Open an activity for the room. Only one is open at a time.')
export const CloseActivity = z
  .strictObject({ type: z.literal('closeActivity'), activity: ActivityId })
  .describe('Close the activity. For a vote this is final: its ballots are frozen at one instant, and sealed.')
export const ConfigureActivity = z
  .strictObject({
    type: z.literal('configureActivity'),
    activity: ActivityId,
    title: z.string().trim().min(1).max(limits.title),
    settings: z.record(z.string(), z.unknown()),
    minutes: Minutes.optional(),
  })
  .describe(
    'Title, settings and planned minutes of an activity that has not been opened yet; they are checked by its kind.',
  )
export const SetTimer = z
  .strictObject({ type: z.literal('setTimer'), seconds: z.int().min(1).max(36_000).nullable() })
  .describe('`seconds` from now, or null for no timer. It informs; nothing closes by itself.')
export const SetJoining = z
  .strictObject({ type: z.literal('setJoining'), open: z.boolean(), tickets: z.boolean().optional() })
  .describe(
    'Let people join or not. Locked: nobody new gets a seat; who has one stays. `tickets`: from now on code and QR code alone give no seat, a ticket does; left out, that stays as it is.',
  )
export const SetPresent = z
  .strictObject({ type: z.literal('setPresent'), people: z.int().min(0).max(limits.seatsPerSession).nullable() })
  .describe('People in the room, as somebody counted them; null when nobody has. It stands beside the ballots.')
export const TellGroups = z
  .strictObject({
    type: z.literal('tellGroups'),
    answers: z.partialRecord(AttributeId, GroupId.nullable()),
  })
  .describe(
    'What this seat tells of itself, by attribute; null takes an answer back, one that is left out stays. It stands in no fact and no view but the seat’s own, and is erased with the last seal.',
  )
export type TellGroups = z.infer<typeof TellGroups>
export const AskForHelp = z
  .strictObject({ type: z.literal('askForHelp'), wanted: z.boolean() })
  .describe('Ask a helper to come to this seat, or say that nobody has to come any more.')
export const ClearHelp = z
  .strictObject({ type: z.literal('clearHelp') })
  .describe('Everybody who asked has been helped.')
export const CloseSession = z
  .strictObject({ type: z.literal('closeSession') })
  .describe('End the session. What is open is closed; a vote must have been revealed before.')

const sessionCommands = [
  OpenActivity,
  CloseActivity,
  ConfigureActivity,
  SetTimer,
  SetJoining,
  SetPresent,
  AskForHelp,
  ClearHelp,
  CloseSession,
] as const

/** What can be done in a live session: one intention each. */
export const commands = [
  ...sessionCommands,
  ...showCommands,
  ...tableCommands,
  ...activityCommands,
  ...paperCommands,
  CastBallot,
  TellGroups,
] as const
export const SessionCommand = z.discriminatedUnion('type', commands)
export type SessionCommand = z.output<typeof SessionCommand>
export type CommandType = SessionCommand['type']
/** What `decide` decides; ballots and what belongs to them go their own, shorter way. */
export type DecidedCommand = Exclude<SessionCommand, { type: 'castBallot' | 'tellGroups' }>
