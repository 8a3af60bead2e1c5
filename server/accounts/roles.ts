import type { Role } from '../../shared/base/roles.ts'
import type { OperationId } from '../../shared/protocol/http.ts'
import type { CommandType } from '../../shared/session/commands.ts'

/** Everything that somebody can ask for, over HTTP and over the socket. */
export type Action = OperationId | CommandType | 'snapshot' | 'preview' | 'similar'

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
/* Their own table and no other: `staysAtTable` looks at that. */
const tables: readonly Role[] = [...console, 'tableFacilitator']
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
  printTickets: accounts,
  printBallots: accounts,
  printTally: accounts,
  voidTicket: accounts,
  freeTicket: accounts,
  reviewSession: office,
  startRehearsal: accounts,

  listTasks: accounts,
  exportTasksXlsx: accounts,
  exportTasksCsv: accounts,
  getTask: accounts,
  /* Single ballots may tell whose they are: auditors only. */
  getResult: office,
  readResult: accounts,
  downloadRecount: everybody,
  downloadRecountForAuditors: office,
  editTask: office,
  decideTask: office,

  snapshot: everybody.filter((role) => role !== 'anyone'),
  preview: console,

  submitIssue: [...hall, 'tableFacilitator'],
  joinTable: participant,
  rollUp: tables,
  reviseIssue: hall,
  withdrawIssue: hall,
  addCause: hall,
  reviseCause: hall,
  withdrawCause: hall,
  supportIssue: participant,
  withdrawSupport: participant,
  similar: participant,
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
  addActivity: console,
  moveActivity: console,
  removeActivity: console,
  restoreActivity: console,
  repeatVote: console,
  setAttention: console,
  revealResult: console,
  showOnResult: console,
  setTimer: console,
  setJoining: console,
  setPresent: console,
  /* Two people count paper; a helper can be one of them. */
  enterTally: tellers,
  voidTally: console,
  restoreTally: console,
  finishPaper: console,
  clearHelp: console,
  restoreHelp: console,
  closeSession: console,
  mergeIssues: tables,
  splitIssues: tables,
  assignField: console,
  moderateIssues: console,
  revealIssues: console,
  hideIssues: console,
  hideResponse: console,
  showResponse: console,
  turnPage: console,
  showIssues: console,
  rewordIssue: tables,
  createGroups: console,
  putInGroup: console,
  renameGroup: console,
  moveGroup: console,
  removeGroup: console,
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
  moveCause: console,
  linkCause: console,
  unlinkCause: console,
  rewordCause: console,
  categorizeCause: console,
  hideCause: console,
  showCause: console,
  chooseCauses: console,
  stageCauses: console,
  undoCauses: console,
}

/** May this role do that? An action that the table does not know is denied. */
export const allows = (role: Role, action: Action): boolean =>
  Object.hasOwn(policy, action) && policy[action].includes(role)
