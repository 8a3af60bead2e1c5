/** Limits that both sides know. Plain constants: the phone reads them without loading a schema library. */
export const limits = {
  /** graphemes of an issue's text */
  issueText: 200,
  /** graphemes of an issue's optional detail */
  issueDetail: 500,
  /** bytes of any text from a participant */
  textBytes: 2048,
  /** lines of any text from a participant */
  textLines: 10,
  issuesPerParticipant: 30,
  /** graphemes of a cause: a hall reads many of them at once */
  causeText: 80,
  causesPerParticipant: 30,
  /** issues and causes that one cause explains */
  parentsOfCause: 10,
  causeCategories: 10,
  /** graphemes of the name of a group of causes */
  categoryName: 20,
  /** questions of the form that an issue is written in */
  formFields: 5,
  /** letters of such a question */
  formLabel: 40,
  /** graphemes of a response to an open question */
  responseText: 100,
  /** responses that one person gives to one open question */
  responsesPerPerson: 10,
  /** graphemes of a title that staff write */
  title: 120,
  /** graphemes of a reason or note that staff write */
  reason: 1000,
  activitiesPerSession: 30,
  /** pages of one presentation */
  presentPages: 20,
  /** graphemes of a sentence that is presented */
  presentText: 400,
  /** places of an earlier result on one page */
  presentRows: 10,
  candidatesPerVote: 2000,
  /** answers that a quick poll offers */
  optionsPerVote: 50,
  /** letters of what an end of a scale means */
  scaleEndWords: 20,
  /** items whose duels are counted: their matrix is in the sealed result */
  itemsDuelled: 200,
  stickersPerVoter: 20,
  /** items that are compared each with each: 105 questions, and no table of random indices goes further */
  itemsCompared: 15,
  /** pairs or sets that one person answers in one vote */
  comparisonsPerVoter: 200,
  /** sets of a best and a worst that one person answers: more would not fit into a message */
  setsPerVoter: 100,
  /** items shown together for a best and a worst */
  itemsPerSet: 10,
  pointsPerVoter: 1000,
  /** votes of one person on one item; with costs squared, 100 of them take 10,000 credits */
  votesPerItem: 100,
  /** how far a scale may reach from 0, either way */
  scaleEnd: 100,
  /** letters that say who votes */
  whoCounts: 60,
  /** letters of the number that a draw goes by */
  seed: 20,
  criteria: 10,
  /** bundles of paper ballots in one vote */
  paperBatches: 200,
  /** tickets that are made at once */
  tickets: 2000,
  /** groups that an attribute of residents has */
  groupsPerAttribute: 30,
  /** letters of a criterion's name */
  criterionName: 40,
  /** numbers in one parameter of a method: points for the first ranks, say */
  parameterList: 20,
  questionsPerGuide: 30,
  promptsPerQuestion: 8,
  /** letters of a question of a guide */
  questionText: 200,
  /** letters of a whole guide, so that it fits into one message of the socket */
  guideText: 4000,
  /** graphemes of a line that is written down in a discussion */
  noteText: 500,
  /** answers of one phone to one question of a guide */
  answersPerQuestion: 5,
  /** of one observer */
  privateNotes: 500,
  /** codes of a codebook, and themes above them */
  codes: 100,
  themes: 30,
  /** graphemes of the name of a code or a theme */
  codeName: 60,
  /** codes that one coder gives to one note */
  codesPerNote: 20,
  /** words of a discussion that go with a candidate of a vote */
  quotesPerCandidate: 20,
  /** notes that stand behind one candidate issue */
  notesPerIssue: 200,
  simulatedResidents: 100,
  seatsPerSession: 20_000,
  undoSteps: 50,
  groups: 60,
  /** graphemes of a group's name: it heads a column on the wall */
  groupTitle: 40,
} as const
