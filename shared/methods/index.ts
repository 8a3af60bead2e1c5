import { z } from 'zod'
import { limits } from '../base/limits.ts'
import type { Ballot, BallotShape } from '../ballots/index.ts'
import type { Method } from './method.ts'
import { bestWorst } from './best-worst/index.ts'
import { bradleyTerry } from './bradley-terry/index.ts'
import { approval } from './approval/index.ts'
import { forAgainst } from './for-against/index.ts'
import { points } from './points/index.ts'
import { quadratic } from './quadratic/index.ts'
import { score } from './score/index.ts'
import { majorityJudgment } from './majority-judgment/index.ts'
import { criteria } from './criteria/index.ts'
import { matrix } from './matrix/index.ts'
import { ahp } from './ahp/index.ts'
import { borich } from './borich/index.ts'
import { delphi } from './delphi/index.ts'
import { ipa } from './ipa/index.ts'
import { opinionGroups } from './opinion-groups/index.ts'
import { equalSharesMethod } from './equal-shares/index.ts'
import { greedyBudget } from './greedy-budget/index.ts'
import { borda } from './borda/index.ts'
import { topKPoints } from './topk-points/index.ts'
import { copeland } from './copeland/index.ts'
import { schulze } from './schulze/index.ts'
import { rankedPairs } from './ranked-pairs/index.ts'
import { irv } from './irv/index.ts'
import { stickers } from './stickers/index.ts'

/** Every voting method. A new one is a folder and a line here (and its ballot shape in shared/ballots, if that is new). */
export const methods = {
  stickers,
  approval,
  'for-against': forAgainst,
  points,
  quadratic,
  score,
  'majority-judgment': majorityJudgment,
  criteria,
  matrix,
  'bradley-terry': bradleyTerry,
  'best-worst': bestWorst,
  'greedy-budget': greedyBudget,
  'equal-shares': equalSharesMethod,
  borda,
  'topk-points': topKPoints,
  copeland,
  schulze,
  'ranked-pairs': rankedPairs,
  irv,
  ahp,
  delphi,
  borich,
  ipa,
  'opinion-groups': opinionGroups,
} as const

export type MethodId = keyof typeof methods
export const methodIds = Object.keys(methods) as [MethodId, ...MethodId[]]

/** A vote's parameters by the names of the recount format. */
export const Parameters = z.record(
  z.string(),
  z.union([
    z.string().max(200),
    z.number(),
    z.boolean(),
    z.record(z.string().max(200), z.number()),
    z.record(z.string().max(200), z.record(z.string().max(200), z.number())),
    z.array(z.union([z.number(), z.string().max(limits.criterionName)])).max(limits.parameterList),
  ]),
)
export type Parameters = z.infer<typeof Parameters>
/** A method whose ballots and parameters have been parsed by its own schemas before it is called. */
export type AnyMethod = Method<MethodId, BallotShape, z.ZodType<Parameters>, Ballot>
export const methodOf = (id: MethodId): AnyMethod => methods[id]
export type { Tally } from './method.ts'
