import { z } from 'zod'
import { ActivityId, NoteId, QuestionId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { defineActivityKind } from '../kind.ts'
import type { Material } from '../material.ts'
import { DiscussSettings, placeOf, presentQuestion, questionKinds, type DiscussActivity } from './activity.ts'
import { discussCommands, type DiscussCommand } from './commands.ts'
import { applyDiscuss, decideDiscuss, type DiscussFact } from './decide.ts'
import { texts } from './texts.ts'

const step = {
  kind: z.literal('discuss'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
  /** what is asked now; null in a discussion without a guide */
  question: z
    .strictObject({
      id: QuestionId,
      kind: z.enum(questionKinds),
      text: z.string(),
      /** among the questions of its kind */
      place: z.int(),
      of: z.int(),
    })
    .nullable(),
}
const PhoneStep = z.strictObject({ ...step, phoneAnswers: z.boolean() })
const HallStep = z.strictObject({
  ...step,
  /** the answer of a phone that the facilitator put on the projector */
  answer: z.strictObject({ id: NoteId, text: z.string() }).nullable(),
})

/** A talk along a question guide (FGI), written down as it goes. It can be opened again after it was closed. */
export const discuss = defineActivityKind<
  'discuss',
  DiscussActivity,
  DiscussCommand,
  DiscussFact,
  z.infer<typeof PhoneStep>,
  z.infer<typeof HallStep>
>({
  kind: 'discuss',
  texts,
  settings: DiscussSettings,
  commands: discussCommands,
  facts: [
    'questionAsked',
    'answerShown',
    'noteTaken',
    'noteRevised',
    'noteRemoved',
    'noteRestored',
    'privateNoteWritten',
    'privateNoteRemoved',
  ],
  begin: (frame, settings) => ({
    ...frame,
    kind: 'discuss',
    settings: DiscussSettings.parse(settings),
    phase: 'prepared',
    asked: [],
    shownAnswer: null,
  }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed', shownAnswer: null }),
  decide: decideDiscuss,
  apply: applyDiscuss,
  steps: { phone: PhoneStep, hall: HallStep },
  phone: (activity) => ({ ...stepOf(activity), phoneAnswers: activity.settings.phoneAnswers }),
  hall: (activity, material) => ({ ...stepOf(activity), answer: answerOf(activity, material) }),
})

function stepOf(activity: DiscussActivity) {
  const { id, title, phase, settings } = activity
  // Before it is opened a preview shows how it will begin.
  const question = phase === 'prepared' ? (settings.questions[0] ?? null) : presentQuestion(activity)
  return {
    kind: 'discuss' as const,
    activity: id,
    title,
    phase,
    question: question && {
      id: question.id,
      kind: question.kind,
      text: question.text,
      ...placeOf(question, settings.questions),
    },
  }
}

function answerOf({ shownAnswer }: DiscussActivity, { notes }: Material): z.infer<typeof HallStep>['answer'] {
  const note = shownAnswer === null ? undefined : notes[shownAnswer]
  return note && !note.isRemoved ? { id: note.id, text: note.text } : null
}
