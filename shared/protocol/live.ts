import { z } from 'zod'
import { ActivityId, CommandId, EpochMs, IssueId, Token, Uuid } from '../base/ids.ts'
import { ChannelId } from '../base/channels.ts'
import { AttributeId, GroupId } from '../base/profile.ts'
import { limits } from '../base/limits.ts'
import { refusalCodes } from '../base/refusals.ts'
import { Ballot } from '../ballots/index.ts'
import { commands } from '../session/commands.ts'
import type { Delta } from './delta.ts'
import { OwnNotes } from '../session/discussion.ts'
import { ConsoleView, NotesView, PhoneView, ProjectorView, Turnout } from '../session/views.ts'
import { MineView } from '../session/mine-view.ts'

const Version = z.int().min(0).max(1_000_000).describe('Version of the protocol that the client speaks.')
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .describe('The reader’s language; one that is not spoken here is answered in Korean.')

/** What a client says in the CONNECT payload. A cookie of a signed-in account comes with the request itself. */
export const Connect = z.union([
  z.strictObject({ v: Version, lang: Language.optional(), seat: Token }),
  z.strictObject({ v: Version, lang: Language.optional(), link: Token }),
  z.strictObject({ v: Version, lang: Language.optional(), session: Uuid, screen: z.enum(['console', 'projector']) }),
])
export type Connect = z.infer<typeof Connect>

const envelope = {
  v: Version,
  id: CommandId.describe('Made by the client. The same id again gets the same answer and counts once.'),
}
type Enveloped<T extends z.ZodObject> = z.ZodObject<T['shape'] & typeof envelope, z.core.$strict>
type EnvelopedAll<T extends readonly z.ZodObject[]> = { [K in keyof T]: Enveloped<T[K]> }
const inEnvelope = <T extends readonly z.ZodObject[]>(schemas: T) =>
  schemas.map((schema) =>
    z.strictObject({ ...envelope, ...schema.shape }).describe(schema.description ?? ''),
  ) as unknown as EnvelopedAll<T>

/** Event `command`, client → server, acknowledged by an Answer. */
export const LiveCommand = z.discriminatedUnion('type', inEnvelope(commands) as never) as z.ZodType<
  LiveCommand,
  LiveCommandInput
>
export type LiveCommand = z.output<(typeof commands)[number]> & { v: number; id: string }
export type LiveCommandInput = z.input<(typeof commands)[number]> & { v: number; id: string }
/** The parts of the union one by one, for the documentation. */
export const liveCommands = inEnvelope(commands)

/** Event `snapshot`, client → server, acknowledged by the present Snapshot: for whoever was away. */
export const SnapshotRequest = z.strictObject({ v: Version, id: CommandId })

/**
 * Event `similar`, client → server, acknowledged by SimilarAnswer: what the room can read already that is like a text
 * which is being written. Asked for and forgotten: nothing of it is kept.
 */
export const SimilarRequest = z.strictObject({
  v: Version,
  id: CommandId,
  text: z.string().max(limits.textBytes),
})

export const Refused = z.strictObject({
  ok: z.literal(false),
  code: z.enum(refusalCodes),
  retryable: z.boolean().describe('The same message may succeed later, unchanged.'),
  message: z.string().describe('A sentence in the reader’s language.'),
  stored: z
    .strictObject({ revision: z.int(), ballot: Ballot })
    .optional()
    .describe('With `stale` and `conflict`: the ballot that is stored.'),
})
export type Refused = z.infer<typeof Refused>

export const SimilarIssues = z.strictObject({
  ok: z.literal(true),
  similar: z
    .array(z.strictObject({ id: IssueId, title: z.string(), supports: z.int().min(0) }))
    .max(3)
    .describe('The most alike first.'),
})
export const SimilarAnswer = z.union([SimilarIssues, Refused])
export type SimilarAnswer = z.infer<typeof SimilarAnswer>
export type SimilarIssue = z.infer<typeof SimilarIssues>['similar'][number]

export const Accepted = z.strictObject({
  ok: z.literal(true).describe('On disk, and nothing else.'),
  revision: z.int().min(0).describe('Of the session’s state; for a ballot, the ballot’s own.'),
  issue: IssueId.optional().describe('The issue just submitted.'),
  activity: ActivityId.optional().describe('The entry of the running order just added.'),
})
export type Accepted = z.infer<typeof Accepted>
export const Answer = z.union([Accepted, Refused])
export type Answer = z.infer<typeof Answer>

/** A participant's ballot as it is stored, while the vote is open; afterwards nobody can tell it any more. */
export const MyBallot = z.strictObject({ activity: ActivityId, revision: z.int().min(1), ballot: Ballot })
export type MyBallot = z.infer<typeof MyBallot>
/** Event `mine`, server → phones of one seat. */
export const Mine = z.strictObject({
  ...MineView.shape,
  ballot: MyBallot.nullable(),
  channel: ChannelId.describe('The way in which this seat was taken.'),
  groups: z.partialRecord(AttributeId, GroupId).describe('What this seat has told of itself.'),
})
export type Mine = z.infer<typeof Mine>
/** Event `own`, server → screens of one link for notes. */
export const Own = OwnNotes
export type Own = OwnNotes

const stamp = {
  revision: z.int().min(0).describe('Of the session’s state; a higher one is newer.'),
  now: EpochMs.describe('The server’s clock, ms since 1970, for timers.'),
}
/** The view of one role, as a screen holds it. */
export const Shown = z.union([
  z.strictObject({ ...stamp, role: z.literal('phone'), view: PhoneView }),
  z.strictObject({ ...stamp, role: z.literal('projector'), view: ProjectorView }),
  z.strictObject({ ...stamp, role: z.literal('console'), view: ConsoleView }),
  z.strictObject({ ...stamp, role: z.literal('notes'), view: NotesView }),
])
export type Shown = z.infer<typeof Shown>
export type LiveRole = Shown['role']

/** Event `update`, server → client: what changed since the view of revision `base`. Who holds another asks for a snapshot. */
export const Update = z.strictObject({
  ...stamp,
  role: z.enum(['phone', 'projector', 'console', 'notes']),
  base: z.int().min(0).describe('Revision of the view that the change is for.'),
  delta: z
    .union([
      z.tuple([z.literal('='), z.unknown()]),
      z.tuple([z.literal('o'), z.record(z.string(), z.unknown()), z.array(z.string())]),
      z.tuple([z.literal('a'), z.int(), z.int(), z.array(z.unknown()), z.record(z.string(), z.unknown())]),
    ])
    .describe(
      'The change: `["=", value]` replaces; `["o", {member: change}, [gone]]` changes an object; `["a", start, removed, [inserted], {place: change}]` a list.',
    ),
})
export type Update = Omit<z.infer<typeof Update>, 'delta'> & { delta: Delta }

/** How the house does, in words that a console has sentences for. */
export const Conditions = z.strictObject({
  loop: z.enum(['fine', 'slow']).describe('The server itself: whether what arrives is looked at soon.'),
  store: z
    .enum(['fine', 'slow', 'full', 'away'])
    .describe('`full`: nothing new is taken, a vote can still be closed and sealed. `away`: no answer.'),
  disk: z
    .enum(['fine', 'low', 'full', 'elsewhere'])
    .describe('`full`: no vote is opened until there is space. `elsewhere`: the stores are on another machine.'),
  memory: z.enum(['fine', 'high']),
  freeMegabytes: z.int().min(0).nullable().describe('Space left on the disk, while it is `low` or `full`.'),
})
export type Conditions = z.infer<typeof Conditions>
/** Event `health`, server → console: when something of it has changed, at most once a second. */
export const Health = z.strictObject({
  ...Conditions.shape,
  silent: z.int().min(0).describe('Phones that have joined and have been without a connection for 30 s or longer.'),
})
export type Health = z.infer<typeof Health>

const You = z.string().describe('The id under which this screen’s acts are known to the others who run the session.')

/** Everything that a screen needs to stand: sent once after the connection, and whenever it is asked for. */
export const Snapshot = z.union([
  z.strictObject({ ...stamp, role: z.literal('phone'), view: PhoneView, turnout: Turnout, mine: Mine }),
  z.strictObject({
    ...stamp,
    role: z.literal('projector'),
    view: ProjectorView,
    turnout: Turnout,
    helps: z.literal(true).optional().describe('The link may take seats for people in the hall.'),
  }),
  z.strictObject({
    ...stamp,
    role: z.literal('console'),
    view: ConsoleView,
    turnout: Turnout,
    health: Health,
    you: You,
  }),
  z.strictObject({ ...stamp, role: z.literal('notes'), view: NotesView, turnout: Turnout, own: OwnNotes, you: You }),
])
export type Snapshot = z.infer<typeof Snapshot>
export const SnapshotAnswer = z.union([z.strictObject({ ok: z.literal(true), snapshot: Snapshot }), Refused])
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>

/** Event `preview`, client → server: what projector and phones will show once an entry is opened. */
export const PreviewRequest = z.strictObject({ v: Version, id: CommandId, activity: ActivityId })
export const Preview = z.strictObject({ projector: ProjectorView, phone: PhoneView })
export type Preview = z.infer<typeof Preview>
export const PreviewAnswer = z.union([z.strictObject({ ok: z.literal(true), ...Preview.shape }), Refused])
export type PreviewAnswer = z.infer<typeof PreviewAnswer>

/** Event `crew`, server → console: who runs the session from a console now, whenever somebody comes or goes. */
export const Crew = z.strictObject({
  you: z.string().describe('Id of whoever sits at this console; it opens nothing.'),
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
export type Crew = z.infer<typeof Crew>

export { Turnout }
/** Event `damaged`, server → console: the store came back without this session. Nothing is continued silently. */
export const Damaged = z.strictObject({ code: z.literal('damaged'), message: z.string() })
