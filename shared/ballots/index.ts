import { z } from 'zod'
import { BestWorstBallot, bestWorstShape } from './best-worst.ts'
import { PairsBallot, pairsShape } from './pairs.ts'
import { ApproveBallot, approveShape } from './approve.ts'
import { AnswersBallot, answersShape } from './answers.ts'
import { PointsBallot, pointsShape } from './points.ts'
import { VotesBallot, votesShape } from './votes.ts'
import { ScoresBallot, scoresShape } from './scores.ts'
import { CriteriaBallot, criteriaShape } from './criteria.ts'
import { ComparisonsBallot, comparisonsShape } from './comparisons.ts'
import { NeedsBallot, needsShape } from './needs.ts'
import { OpinionsBallot, opinionsShape } from './opinions.ts'
import { RankingBallot, rankingShape } from './ranking.ts'
import { StickersBallot, stickersShape } from './stickers.ts'

/** Every shape that a ballot can have, for items of any naming; a method names the one that it reads. */
export const ballotShapes = {
  stickers: stickersShape,
  approve: approveShape,
  answers: answersShape,
  points: pointsShape,
  votes: votesShape,
  scores: scoresShape,
  criteria: criteriaShape,
  ranking: rankingShape,
  pairs: pairsShape,
  'best-worst': bestWorstShape,
  comparisons: comparisonsShape,
  needs: needsShape,
  opinions: opinionsShape,
} as const
export type BallotShape = keyof typeof ballotShapes

/** A ballot on the wire. */
export const Ballot = z.union([
  StickersBallot,
  ComparisonsBallot,
  NeedsBallot,
  OpinionsBallot,
  ApproveBallot,
  AnswersBallot,
  PointsBallot,
  VotesBallot,
  ScoresBallot,
  CriteriaBallot,
  RankingBallot,
  PairsBallot,
  BestWorstBallot,
])
export type Ballot = z.infer<typeof Ballot>

/** Equal ballots of a sealed vote, as a count. */
export type Weighted<B> = B & { weight: number }
