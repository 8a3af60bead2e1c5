import type { Role } from '../../shared/base/roles.ts'
import type { OperationId } from '../../shared/protocol/http.ts'
import type { CommandType } from '../../shared/session/commands.ts'

/** Everything that somebody can ask for, over HTTP and over the socket. */
export type Action = OperationId | CommandType | 'snapshot'

const everybody: readonly Role[] = [
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
const admin: readonly Role[] = ['admin']
const office: readonly Role[] = ['admin', 'staff']
const accounts: readonly Role[] = ['admin', 'staff', 'facilitator']
const console: readonly Role[] = [...accounts, 'coFacilitator']
/* Who writes down what is said also sorts it. */
const coders: readonly Role[] = [...console, 'noteTaker']
const tellers: readonly Role[] = [...console, 'helper']
const participant: readonly Role[] = ['participant']
const notes: readonly Role[] = [...console, 'noteTaker']
/* Whoever has no phone tells it to somebody at the console. */
const hall: readonly Role[] = [...console, 'participant']

/** The one policy table: who may do what. What is not said here is denied. */
export const policy: Readonly<Record<Action, readonly Role[]>> = {
  join: everybody,
  signIn: everybody,
  signOut: everybody,
  readInvitation: everybody,
  acceptInvitation: everybody,
  me: accounts,

  listAccounts: admin,
  invite: admin,
  updateAccount: admin,

  listTemplates: accounts,
  listPlans: accounts,
  getPlan: accounts,
  createPlan: office,

  listSessionTemplates: accounts,
  saveSessionTemplate: accounts,
  editSessionTemplate: accounts,
  listResults: accounts,
  getSession: accounts,
  createSession: accounts,
  updateSession: accounts,
  openSession: accounts,
  createLink: accounts,
  getRecord: accounts,
  exportRecordXlsx: accounts,
  createDoor: accounts,
  createTickets: accounts,
  voidTicket: accounts,
  freeTicket: accounts,
  reviewSession: office,
  startRehearsal: accounts,

  listTasks: accounts,
  exportTasksXlsx: accounts,
  exportTasksCsv: accounts,
  getTask: accounts,
  getResult: accounts,
  downloadRecount: everybody,
  downloadRecountForAuditors: office,
  editTask: office,
  decideTask: office,

  snapshot: everybody.filter((role) => role !== 'anyone'),

  submitIssue: hall,
  reviseIssue: hall,
  withdrawIssue: hall,
  submitResponse: hall,
  reviseResponse: hall,
  withdrawResponse: hall,
  /* A ballot is cast by the one whose it is. */
  castBallot: participant,
  askForHelp: participant,
  tellGroups: participant,

  askQuestion: console,
  showAnswer: console,
  takeNote: notes,
  reviseNote: [...notes, 'participant'],
  removeNote: [...notes, 'participant'],
  restoreNote: [...notes, 'participant'],
  answerQuestion: participant,
  writePrivateNote: ['observer'],
  removePrivateNote: ['observer'],

  openActivity: console,
  closeActivity: console,
  configureActivity: console,
  revealResult: console,
  setTimer: console,
  setJoining: console,
  setPresent: console,
  /* Two people count paper; a helper can be one of them. */
  enterTally: tellers,
  voidTally: console,
  finishPaper: console,
  clearHelp: console,
  closeSession: console,
  mergeIssues: console,
  splitIssues: console,
  assignField: console,
  hideIssues: console,
  hideResponse: console,
  showResponse: console,
  turnPage: console,
  showIssues: console,
  rewordIssue: console,
  undo: console,
  checkIssue: participant,
  addCode: coders,
  reviseCode: coders,
  removeCode: coders,
  restoreCode: coders,
  addTheme: coders,
  renameTheme: coders,
  removeTheme: coders,
  restoreTheme: coders,
  tagNote: coders,
  proposeIssue: coders,
}

/** May this role do that? An action that the table does not know is denied. */
export const allows = (role: Role, action: Action): boolean =>
  Object.hasOwn(policy, action) && policy[action].includes(role)
