import type { Answer } from '../../../shared/ballots/answers.ts'

export const answerKinds: readonly Answer[] = ['for', 'against', 'abstain']
