import type { Component } from 'vue'
import type { z } from 'zod'
import type { VoteStep } from '../../shared/activities/vote/step.ts'
import type { Ballot, BallotShape } from '../../shared/ballots/index.ts'
import type { MethodId, methods } from '../../shared/methods/index.ts'

/** What a phone is asked: the vote, its candidates in the order of this phone. */
export interface Question
  extends Pick<VoteStep, 'title' | 'method' | 'parameters' | 'candidates'>, Partial<Pick<VoteStep, 'ends' | 'isPoll'>> {
  /** this seat in this vote: whatever is drawn from it is the same after a reload */
  seed: string
  /** the number of this seat in its session, from 1 */
  seat: number
  /** of a panel’s later round: this seat’s ballot in the round before, where this device remembers it */
  own: Ballot | null
}

/** The parameters of a method as its own schema has them: `question.parameters as ParametersOf<'stickers'>`. */
export type ParametersOf<Id extends MethodId> = z.output<(typeof methods)[Id]['parameters']>

export interface Progress {
  /** says where I am, in one line: "2개 더 고를 수 있어요" */
  note: string
  /** nothing is chosen; sending it is asked about once */
  isBlank: boolean
  maySend: boolean
}

/** One thing that was chosen, with what it got where that says something. */
export interface ChosenLine {
  id: string
  title: string
  figure?: string
}

/**
 * Everything of one ballot shape on the phone. The input has the ballot as its `v-model`, and is given `question`,
 * `language` and, where the face has pages, `v-model:page`. It emits `say` with a sentence where a tap can do nothing.
 */
export interface BallotFace<B extends Ballot = Ballot> {
  shape: BallotShape
  input: Component
  empty(question: Question): B
  /** many short answers, each sent as it is given: who stops in the middle has said that much */
  isSentAsItGrows?: boolean
  /** how many pages the input has, turned from the bottom of the phone; one where this is left out */
  pages?(question: Question, ballot: B): number
  progress(ballot: B, question: Question, language: string): Progress
  /** what was chosen, best first */
  lines(ballot: B, question: Question, language: string): ChosenLine[]
}

/** Keeps the shape's own type inside the face; the screens around it pass on what the face itself made. */
export const defineBallotFace = <B extends Ballot>(face: BallotFace<B>): BallotFace => face
