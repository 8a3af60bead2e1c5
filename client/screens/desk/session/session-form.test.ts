import { expect, it } from 'vitest'
import { SessionDraft, type Session } from '../../../../shared/session/definition.ts'
import type { Say } from '../parts/say.ts'
import {
  differences,
  draftOf,
  emptySession,
  faultsIn,
  formOf,
  minutesIn,
  moved,
  newActivity,
  startingSet,
} from './session-form.ts'

const stageId = '0b6f1f0e-3f5e-4a52-8d0a-0d2b1a3c4e5f'
const t: Say = (key) => key
const filled = () => ({
  ...emptySession(stageId, 'workshop'),
  title: '의제발굴 워크숍',
  date: '2016-04-15',
  time: '15:00',
  agenda: startingSet(t),
})

it('makes a draft that the server takes', () => {
  const draft = draftOf(filled())
  expect(SessionDraft.parse(draft)).toEqual(draft)
  expect(draft.heldAt).toBe('2016-04-15T15:00:00+09:00')
  expect(draft.agenda.map(({ kind }) => kind)).toEqual(['collect', 'group', 'vote'])
  expect(faultsIn(filled()).size).toBe(0)
})

it('shows a session as it was typed', () => {
  const draft = draftOf(filled())
  const session: Session = { ...draft, id: stageId, planId: stageId, planTitle: '', state: 'draft', version: 1 }
  expect(formOf(session)).toEqual(filled())
})

it('leaves out a row of attendance in which nothing was written', () => {
  const form = { ...filled(), attendance: [{ organisation: ' ', lead: '', people: 1 }] }
  expect(faultsIn(form).size).toBe(0)
  expect(draftOf(form).attendance).toEqual([])
})

it('names every place that cannot be saved', () => {
  const form = {
    ...filled(),
    title: ' ',
    time: '',
    attendance: [{ organisation: '', lead: '센터장', people: Number.NaN }],
    agenda: [{ ...newActivity('vote', '', []), minutes: 0 }],
  }
  expect([...faultsIn(form)]).toEqual([
    ['title', 'titleEmpty'],
    ['time', 'timeMissing'],
    ['attendance.0.organisation', 'organisationEmpty'],
    ['attendance.0.people', 'peopleWrong'],
    ['agenda.0.title', 'questionEmpty'],
    ['agenda.0.minutes', 'minutesWrong'],
  ])
  expect(faultsIn({ ...filled(), agenda: [] }).get('agenda')).toBe('agendaEmpty')
})

it('asks the method whether its parameters fit', () => {
  const [vote] = [newActivity('vote', '?', [])]
  if (vote?.kind !== 'vote') throw new Error('not a vote')
  vote.settings.parameters = { perVoter: 21, perItem: 1 }
  expect(faultsIn({ ...filled(), agenda: [vote] }).get('agenda.0.settings')).toBe('settingsWrong')
})

it('gives every activity an id of its own', () => {
  const agenda = startingSet(t)
  expect(agenda.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3'])
  expect(newActivity('group', '', [agenda[2]!]).id).toBe('a4')
})

it('moves an entry up and down, and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
})

it('adds up the minutes, without those that are being typed', () => {
  const agenda = startingSet(t)
  expect(minutesIn(agenda)).toBe(45)
  agenda[0]!.minutes = Number.NaN
  expect(minutesIn(agenda)).toBe(25)
})

it('says in which parts two versions differ', () => {
  expect(differences(filled(), filled())).toEqual([])
  expect(differences(filled(), { ...filled(), time: '16:00', place: '통합지원센터 회의실' })).toEqual(['when', 'place'])
})
