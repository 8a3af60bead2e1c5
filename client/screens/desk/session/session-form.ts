import { CausesSettings } from '../../../../shared/activities/causes/activity.ts'
import type { AgendaItem, KindId } from '../../../../shared/activities/index.ts'
import { DiscussSettings } from '../../../../shared/activities/discuss/activity.ts'
import { PresentSettings } from '../../../../shared/activities/present/index.ts'
import { VoteSettings } from '../../../../shared/activities/vote/settings.ts'
import { limits } from '../../../../shared/base/limits.ts'
import { graphemes } from '../../../../shared/base/text.ts'
import { methodOf } from '../../../../shared/methods/index.ts'
import { Profile } from '../../../../shared/base/profile.ts'
import type { Attendance } from '../../../../shared/plan/plan.ts'
import type { SessionKind } from '../../../../shared/plan/template.ts'
import type { Session, SessionDraft } from '../../../../shared/session/definition.ts'
import { fromSeoul, inSeoul } from '../parts/seoul-time.ts'
import type { Say } from '../parts/say.ts'

/** A session as it stands in the form: dates in two boxes, numbers that may be missing while they are typed (NaN). */
export interface SessionForm {
  stageId: string
  kind: SessionKind
  title: string
  date: string
  time: string
  place: string
  attendance: Attendance[]
  agenda: AgendaItem[]
  profile?: Profile | undefined
  /** 0: the room sits as one */
  tables: number
}

export const emptySession = (stageId: string, kind: SessionKind): SessionForm => ({
  stageId,
  kind,
  title: '',
  date: '',
  time: '',
  place: '',
  attendance: [],
  agenda: [],
  tables: 0,
})

export function formOf(session: Session): SessionForm {
  const { stageId, kind, title, heldAt, place, attendance, agenda, profile, tables } = session
  const when = heldAt ? inSeoul(heldAt) : { date: '', time: '' }
  const form = { stageId, kind, title, ...when, place, attendance, agenda, tables: tables?.count ?? 0 }
  return structuredClone({ ...form, ...(profile && { profile }) })
}

const isBlank = ({ organisation, lead }: Attendance) => organisation.trim() === '' && lead.trim() === ''

export const draftOf = ({ date, time, attendance, tables, ...form }: SessionForm): SessionDraft => ({
  ...form,
  heldAt: fromSeoul({ date, time }),
  attendance: attendance.filter((row) => !isBlank(row)),
  tables: tables > 0 ? { count: tables } : null,
})

/** The first free id: `a4` after `a1`, `a2`, `a3`. An id that was removed is not given again to what follows it. */
const nextId = (agenda: readonly AgendaItem[]): string =>
  `a${Math.max(0, ...agenda.map(({ id }) => Number(id.slice(1)))) + 1}`

const usual = {
  collect: { minutes: 20, settings: { askDetail: true, askField: false, perPerson: 5 } },
  group: { minutes: 15, settings: {} },
  discuss: { minutes: 100, settings: { questions: [], phoneAnswers: true, people: 8 } },
  coding: { minutes: 15, settings: {} },
  memberCheck: { minutes: 10, settings: {} },
  causes: { minutes: 20, settings: CausesSettings.parse({}) },
  vote: {
    minutes: 10,
    settings: { method: 'stickers', parameters: methodOf('stickers').parameters.parse({}) },
  },
  break: { minutes: 10, settings: {} },
  words: { minutes: 5, settings: { perPerson: 3, show: 'cloud', reveal: 'together' } },
  present: { minutes: 5, settings: { pages: [] } },
} as const

export function newActivity(kind: KindId, title: string, agenda: readonly AgendaItem[]): AgendaItem {
  return structuredClone({ id: nextId(agenda), kind, title, ...usual[kind] }) as AgendaItem
}

/** The whole of an agenda-discovery workshop: residents write, the board is arranged, stickers decide. */
export function startingSet(t: Say): AgendaItem[] {
  const agenda: AgendaItem[] = []
  agenda.push(newActivity('collect', t('startingSet.collect'), agenda))
  agenda.push(newActivity('group', t('startingSet.group'), agenda))
  agenda.push(newActivity('vote', t('startingSet.vote'), agenda))
  return agenda
}

/** The list with the entry one place up (-1) or down (+1); at its ends it stays. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  next.splice(to, 0, ...next.splice(index, 1))
  return next
}

export const minutesIn = (agenda: readonly AgendaItem[]): number =>
  agenda.reduce((sum, { minutes }) => sum + (Number.isFinite(minutes) ? minutes : 0), 0)

export type FormFault =
  | 'titleEmpty'
  | 'tooLong'
  | 'timeMissing'
  | 'dateMissing'
  | 'organisationEmpty'
  | 'peopleWrong'
  | 'agendaEmpty'
  | 'questionEmpty'
  | 'minutesWrong'
  | 'settingsWrong'
  | 'tablesWrong'

const MOST_TABLES = 40
const within = (n: number, min: number, max: number) => Number.isInteger(n) && n >= min && n <= max
const titleFault = (text: string, whenEmpty: FormFault): FormFault | undefined => {
  if (text.trim() === '') return whenEmpty
  return graphemes(text) > limits.title ? 'tooLong' : undefined
}

function settingsAreWrong(item: AgendaItem): boolean {
  if (item.kind === 'collect') return !within(item.settings.perPerson, 1, limits.issuesPerParticipant)
  if (item.kind === 'discuss') return !DiscussSettings.safeParse(item.settings).success
  if (item.kind === 'causes') return !CausesSettings.safeParse(item.settings).success
  if (item.kind === 'vote') return !VoteSettings.safeParse(item.settings).success
  if (item.kind === 'present') return !PresentSettings.safeParse(item.settings).success
  return false
}

/** What cannot be saved as it is, by place: `title`, `attendance.0.people`, `agenda.2.title`. */
export function faultsIn(form: SessionForm): Map<string, FormFault> {
  const found = new Map<string, FormFault>()
  const note = (place: string, fault: FormFault | undefined | false) => fault && found.set(place, fault)
  note('title', titleFault(form.title, 'titleEmpty'))
  note('time', form.date !== '' && form.time === '' && 'timeMissing')
  note('date', form.date === '' && form.time !== '' && 'dateMissing')
  form.attendance.forEach((row, index) => {
    if (isBlank(row)) return
    note(`attendance.${index}.organisation`, row.organisation.trim() === '' && 'organisationEmpty')
    note(`attendance.${index}.people`, !within(row.people, 1, 100_000) && 'peopleWrong')
  })
  note('tables', !within(form.tables, 0, MOST_TABLES) && 'tablesWrong')
  note('profile', form.profile !== undefined && !Profile.safeParse(form.profile).success && 'settingsWrong')
  note('agenda', form.agenda.length === 0 && 'agendaEmpty')
  form.agenda.forEach((item, index) => {
    note(`agenda.${index}.title`, titleFault(item.title, 'questionEmpty'))
    note(`agenda.${index}.minutes`, !within(item.minutes, 1, 600) && 'minutesWrong')
    note(`agenda.${index}.settings`, settingsAreWrong(item) && 'settingsWrong')
  })
  return found
}

export const formParts = ['title', 'stageId', 'kind', 'when', 'place', 'attendance', 'agenda', 'tables'] as const
export type FormPart = (typeof formParts)[number]

/** In which parts two versions of a session differ, for who must choose between them. */
export function differences(one: SessionForm, other: SessionForm): FormPart[] {
  const text = (form: SessionForm, part: FormPart) =>
    JSON.stringify(part === 'when' ? [form.date, form.time] : form[part])
  return formParts.filter((part) => text(one, part) !== text(other, part))
}
