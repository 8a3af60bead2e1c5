import { describe, expect, it } from 'vitest'
import type { Role } from '../../shared/base/roles.ts'
import { operations } from '../../shared/protocol/http.ts'
import { commands } from '../../shared/session/commands.ts'
import { allows, policy, type Action } from './roles.ts'

const roles: readonly Role[] = [
  'admin',
  'staff',
  'facilitator',
  'coFacilitator',
  'projector',
  'noteTaker',
  'observer',
  'helper',
  'tableFacilitator',
  'participant',
  'anyone',
]

/** The table once more, as a person would draw it: one letter for each role in the order above, a dot is no. */
const drawn: Record<Action, string> = {
  join: 'asfcpnohtra',
  signIn: 'asfcpnohtra',
  signOut: 'asfcpnohtra',
  readInvitation: 'asfcpnohtra',
  acceptInvitation: 'asfcpnohtra',
  me: 'asf........',
  listAccounts: 'a..........',
  invite: 'a..........',
  updateAccount: 'a..........',
  listTemplates: 'asf........',
  listPlans: 'asf........',
  getPlan: 'asf........',
  createPlan: 'as.........',
  listSessionTemplates: 'asf........',
  saveSessionTemplate: 'asf........',
  editSessionTemplate: 'asf........',
  listResults: 'asf........',
  getSession: 'asf........',
  createSession: 'asf........',
  updateSession: 'asf........',
  openSession: 'asf........',
  createLink: 'asf........',
  getRecord: 'asf........',
  exportRecordXlsx: 'asf........',
  createDoor: 'asf........',
  createTickets: 'asf........',
  voidTicket: 'asf........',
  freeTicket: 'asf........',
  reviewSession: 'as.........',
  startRehearsal: 'asf........',
  listTasks: 'asf........',
  exportTasksXlsx: 'asf........',
  exportTasksCsv: 'asf........',
  getTask: 'asf........',
  getResult: 'asf........',
  downloadRecount: 'asfcpnohtra',
  downloadRecountForAuditors: 'as.........',
  editTask: 'as.........',
  decideTask: 'as.........',
  snapshot: 'asfcpnohtr.',
  submitIssue: 'asfc.....r.',
  reviseIssue: 'asfc.....r.',
  withdrawIssue: 'asfc.....r.',
  castBallot: '.........r.',
  askForHelp: '.........r.',
  askQuestion: 'asfc.......',
  showAnswer: 'asfc.......',
  takeNote: 'asfc.n.....',
  reviseNote: 'asfc.n...r.',
  removeNote: 'asfc.n...r.',
  restoreNote: 'asfc.n...r.',
  answerQuestion: '.........r.',
  writePrivateNote: '......o....',
  removePrivateNote: '......o....',
  tellGroups: '.........r.',
  setPresent: 'asfc.......',
  enterTally: 'asfc...h...',
  voidTally: 'asfc.......',
  finishPaper: 'asfc.......',
  openActivity: 'asfc.......',
  closeActivity: 'asfc.......',
  configureActivity: 'asfc.......',
  revealResult: 'asfc.......',
  setTimer: 'asfc.......',
  setJoining: 'asfc.......',
  clearHelp: 'asfc.......',
  closeSession: 'asfc.......',
  mergeIssues: 'asfc.......',
  splitIssues: 'asfc.......',
  assignField: 'asfc.......',
  hideIssues: 'asfc.......',
  showIssues: 'asfc.......',
  rewordIssue: 'asfc.......',
  undo: 'asfc.......',
  checkIssue: '.........r.',
  addCode: 'asfc.n.....',
  reviseCode: 'asfc.n.....',
  removeCode: 'asfc.n.....',
  restoreCode: 'asfc.n.....',
  addTheme: 'asfc.n.....',
  renameTheme: 'asfc.n.....',
  removeTheme: 'asfc.n.....',
  restoreTheme: 'asfc.n.....',
  tagNote: 'asfc.n.....',
  proposeIssue: 'asfc.n.....',
  submitResponse: 'asfc.....r.',
  reviseResponse: 'asfc.....r.',
  withdrawResponse: 'asfc.....r.',
  hideResponse: 'asfc.......',
  showResponse: 'asfc.......',
  turnPage: 'asfc.......',
}

describe('[ACC-1] the policy table, cell by cell', () => {
  const cells = Object.entries(drawn).flatMap(([action, row]) =>
    roles.map((role, column) => ({ action: action as Action, role, may: row[column] !== '.' })),
  )
  it.each(cells)('[ACC-1] $role · $action: $may', ({ action, role, may }) => {
    expect(allows(role, action)).toBe(may)
  })

  it('[ACC-1] every operation and every live command has its row, and there is no other', () => {
    const actions = [...Object.keys(operations), ...commands.map((schema) => schema.shape.type.value), 'snapshot']
    expect(Object.keys(policy).sort()).toEqual(actions.sort())
  })

  it('[ACC-1] what the table does not know is denied', () => {
    for (const unknown of ['dropEverything', 'toString', '__proto__']) {
      expect(allows('admin', unknown as Action)).toBe(false)
    }
  })
})
