import type { NoteId, QuestionId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { Actor, Context, Material } from '../material.ts'
import type { DiscussActivity, Question } from './activity.ts'
import type { DiscussCommand } from './commands.ts'
import type { Note, PrivateNote } from './note.ts'

export type DiscussFact =
  /** `endsAt`: when its time is over, epoch ms; null for none */
  | { type: 'questionAsked'; activity: DiscussActivity; endsAt: number | null }
  | { type: 'answerShown'; activity: DiscussActivity }
  | { type: 'noteTaken'; note: Note }
  | { type: 'noteRevised'; note: NoteId; changes: Pick<Note, 'text' | 'speaker' | 'tone' | 'isQuote'> }
  | { type: 'noteRemoved' | 'noteRestored'; note: NoteId }
  | { type: 'privateNoteWritten'; by: string; note: PrivateNote }
  | { type: 'privateNoteRemoved'; by: string; note: string }

type Of<Type extends DiscussCommand['type']> = Extract<DiscussCommand, { type: Type }>

export function decideDiscuss(
  command: DiscussCommand,
  activities: readonly DiscussActivity[],
  material: Material,
  context: Context,
): Outcome<DiscussFact[]> {
  switch (command.type) {
    case 'askQuestion':
    case 'showAnswer':
    case 'takeNote':
    case 'answerQuestion': {
      const activity = activities.find(({ id }) => id === command.activity)
      return activity ? decideIn(command, activity, material, context) : refuse('activity_not_found')
    }
    case 'reviseNote':
    case 'removeNote':
    case 'restoreNote':
      return change(command, activities, material, context.actor)
    case 'writePrivateNote':
    case 'removePrivateNote':
      return keepPrivate(command, activities, material, context)
  }
}

function decideIn(
  command: Of<'askQuestion' | 'showAnswer' | 'takeNote' | 'answerQuestion'>,
  activity: DiscussActivity,
  material: Material,
  context: Context,
): Outcome<DiscussFact[]> {
  if (activity.phase === 'prepared') return refuse('activity_not_open')
  // A line may have been on its way for hours; everything else is about now.
  if (command.type === 'takeNote') return take(command, activity, material, context)
  if (activity.phase !== 'open') return refuse('activity_not_open')
  switch (command.type) {
    case 'askQuestion': {
      const question = questionIn(activity, command.question)
      if (!question) return refuse('question_not_found')
      return ok(activity.asked.at(-1)?.question === question.id ? [] : [ask(activity, question, context.at)])
    }
    case 'showAnswer': {
      const note = command.note === null ? null : noteBy(material, command.note)
      if (command.note !== null && (note?.source !== 'phone' || note.isRemoved || note.activity !== activity.id)) {
        return refuse('note_not_found')
      }
      return ok([{ type: 'answerShown', activity: { ...activity, shownAnswer: note?.id ?? null } }])
    }
    case 'answerQuestion':
      return answer(command, activity, material, context)
  }
}

const questionIn = ({ settings }: DiscussActivity, id: QuestionId | null): Question | undefined =>
  settings.questions.find((question) => question.id === id)
const isAsked = (activity: DiscussActivity, id: QuestionId | null) => id === null || questionIn(activity, id)
const noteBy = (material: Material, key: string): Note | undefined =>
  Object.values(material.notes).find((note) => note.key === key)

const ask = (activity: DiscussActivity, question: Question, at: number): DiscussFact => ({
  type: 'questionAsked',
  activity: { ...activity, asked: [...activity.asked, { question: question.id, at }], shownAnswer: null },
  endsAt: at + question.minutes * 60_000,
})

/** With the discussion its first question is asked; opened again, it goes on where it was. */
export function beginAsking(activity: DiscussActivity, at: number): DiscussFact {
  const present = questionIn(activity, activity.asked.at(-1)?.question ?? null) ?? activity.settings.questions[0]
  if (present) return ask(activity, present, at)
  return { type: 'questionAsked', activity: { ...activity, asked: [{ question: null, at }] }, endsAt: null }
}

function take(
  command: Of<'takeNote'>,
  activity: DiscussActivity,
  material: Material,
  context: Context,
): Outcome<DiscussFact[]> {
  if (noteBy(material, command.note)) return ok([])
  if (!isAsked(activity, command.question)) return refuse('question_not_found')
  const text = cleanText(command.text, limits.noteText)
  if (!text.ok) return text
  const { speaker, tone, quote } = command
  const at = Math.max(activity.asked[0]?.at ?? 0, Math.min(command.at, context.at))
  return taken(material, { ...command, speaker, tone, isQuote: quote, text: text.value, at, author: null })
}

function answer(
  command: Of<'answerQuestion'>,
  activity: DiscussActivity,
  material: Material,
  { actor, at }: Context,
): Outcome<DiscussFact[]> {
  if (actor.role !== 'participant') return refuse('forbidden')
  if (!activity.settings.phoneAnswers) return refuse('activity_not_open')
  if (noteBy(material, command.note)) return ok([])
  if (!isAsked(activity, command.question)) return refuse('question_not_found')
  const own = Object.values(material.notes).filter(
    (note) =>
      note.author === actor.seat &&
      note.activity === activity.id &&
      note.question === command.question &&
      !note.isRemoved,
  )
  const max = limits.answersPerQuestion
  if (own.length >= max) return refuse('too_many_answers', { max })
  const text = cleanText(command.text, limits.noteText)
  if (!text.ok) return text
  const said = { speaker: 'phone', tone: 'neutral', isQuote: false } as const
  return taken(material, { ...command, ...said, text: text.value, at, author: actor.seat })
}

type Line = Pick<Note, 'activity' | 'question' | 'speaker' | 'tone' | 'isQuote' | 'text' | 'at' | 'author'>
function taken({ notes }: Material, { note: key, ...line }: Line & { note: string }): Outcome<DiscussFact[]> {
  const { activity, question, speaker, text, at, tone, isQuote, author } = line
  const id = `n${Object.keys(notes).length + 1}`
  const kept = { id, key, activity, question, speaker, text, at, tone, isQuote, codes: [], author, isRemoved: false }
  return ok([{ type: 'noteTaken', note: { ...kept, source: author === null ? 'note' : 'phone' } }])
}

function change(
  command: Of<'reviseNote' | 'removeNote' | 'restoreNote'>,
  activities: readonly DiscussActivity[],
  material: Material,
  actor: Actor,
): Outcome<DiscussFact[]> {
  const note = noteBy(material, command.note)
  const isParticipant = actor.role === 'participant'
  // Somebody else's line is answered like one that is not there.
  if (!note || (isParticipant && note.author !== actor.seat)) return refuse('note_not_found')
  const isOpen = activities.some(({ id, phase }) => id === note.activity && phase === 'open')
  if (isParticipant && !isOpen) return refuse('activity_not_open')
  if (command.type === 'reviseNote') return revise(command, note, isParticipant)
  if (command.type === 'removeNote') {
    return ok(note.isRemoved ? [] : [{ type: 'noteRemoved', note: note.id }])
  }
  return ok(note.isRemoved ? [{ type: 'noteRestored', note: note.id }] : [])
}

function revise(command: Of<'reviseNote'>, note: Note, isParticipant: boolean): Outcome<DiscussFact[]> {
  if (note.isRemoved) return refuse('note_not_found')
  if (note.author !== null && !isParticipant) return refuse('forbidden')
  const text = cleanText(command.text, limits.noteText)
  if (!text.ok) return text
  const { speaker = note.speaker, tone = note.tone, quote = note.isQuote } = isParticipant ? {} : command
  return ok([{ type: 'noteRevised', note: note.id, changes: { text: text.value, speaker, tone, isQuote: quote } }])
}

function keepPrivate(
  command: Of<'writePrivateNote' | 'removePrivateNote'>,
  activities: readonly DiscussActivity[],
  material: Material,
  context: Context,
): Outcome<DiscussFact[]> {
  const { actor } = context
  const isWrite = command.type === 'writePrivateNote'
  if (isWrite && command.activity !== null && !activities.some(({ id }) => id === command.activity)) {
    return refuse('activity_not_found')
  }
  if (actor.role === 'participant') return refuse('forbidden')
  const own = material.privateNotes[actor.id] ?? []
  const before = own.find(({ key }) => key === command.note)
  if (!isWrite) return ok(before ? [{ type: 'privateNoteRemoved', by: actor.id, note: command.note }] : [])
  if (!before && own.length >= limits.privateNotes) return refuse('too_many_answers', { max: limits.privateNotes })
  const text = cleanText(command.text, limits.noteText)
  if (!text.ok) return text
  const { note: key, activity, question } = command
  const at = before?.at ?? Math.min(command.at, context.at)
  return ok([{ type: 'privateNoteWritten', by: actor.id, note: { key, activity, question, text: text.value, at } }])
}

export function applyDiscuss(fact: DiscussFact, material: Material): Material {
  switch (fact.type) {
    case 'noteTaken':
      return { ...material, notes: { ...material.notes, [fact.note.id]: fact.note } }
    case 'noteRevised':
      return changed(material, fact.note, fact.changes)
    case 'noteRemoved':
    case 'noteRestored':
      return changed(material, fact.note, { isRemoved: fact.type === 'noteRemoved' })
    case 'privateNoteWritten':
    case 'privateNoteRemoved': {
      const key = fact.type === 'privateNoteWritten' ? fact.note.key : fact.note
      const others = (material.privateNotes[fact.by] ?? []).filter((note) => note.key !== key)
      const own = fact.type === 'privateNoteWritten' ? [...others, fact.note].sort((a, b) => a.at - b.at) : others
      return { ...material, privateNotes: { ...material.privateNotes, [fact.by]: own } }
    }
    default:
      return material
  }
}

function changed(material: Material, id: NoteId, changes: Partial<Note>): Material {
  const note = material.notes[id]
  if (!note) return material
  return { ...material, notes: { ...material.notes, [id]: { ...note, ...changes } } }
}
