import { bestWorstRecount } from './best-worst/index.ts'
import { equalSharesRecount } from './equal-shares/index.ts'
import { greedyBudgetRecount } from './greedy-budget/index.ts'
import { bradleyTerryRecount } from './bradley-terry/recount.ts'
import { recountOf, type Recount } from './recount.ts'
import { approval } from './approval/index.ts'
import { forAgainst } from './for-against/index.ts'
import { points } from './points/index.ts'
import { quadratic } from './quadratic/index.ts'
import { score } from './score/index.ts'
import { majorityJudgment } from './majority-judgment/index.ts'
import { criteria } from './criteria/index.ts'
import { matrix } from './matrix/index.ts'
import { ahpRecount } from './ahp/index.ts'
import { borich } from './borich/index.ts'
import { delphiRecount } from './delphi/index.ts'
import { ipa } from './ipa/index.ts'
import { opinionGroupsRecount } from './opinion-groups/index.ts'
import { borda } from './borda/index.ts'
import { topKPoints } from './topk-points/index.ts'
import { copeland } from './copeland/index.ts'
import { schulze } from './schulze/index.ts'
import { rankedPairs } from './ranked-pairs/index.ts'
import { irv } from './irv/index.ts'
import { kendallW } from './common/kendall-w.ts'
import { stickers } from './stickers/index.ts'

/** Everything that can be counted again from a file, by the method's id in the recount format. */
export const recounts = {
  stickers: recountOf(stickers),
  approval: recountOf(approval),
  'for-against': recountOf(forAgainst),
  points: recountOf(points),
  quadratic: recountOf(quadratic),
  score: recountOf(score),
  'majority-judgment': recountOf(majorityJudgment),
  criteria: recountOf(criteria),
  matrix: recountOf(matrix),
  'bradley-terry': bradleyTerryRecount,
  'best-worst': bestWorstRecount,
  'greedy-budget': greedyBudgetRecount,
  'equal-shares': equalSharesRecount,
  borda: recountOf(borda),
  'topk-points': recountOf(topKPoints),
  copeland: recountOf(copeland),
  schulze: recountOf(schulze),
  'ranked-pairs': recountOf(rankedPairs),
  irv: recountOf(irv),
  'kendall-w': kendallW,
  ahp: ahpRecount,
  delphi: delphiRecount,
  borich: recountOf(borich),
  ipa: recountOf(ipa),
  'opinion-groups': opinionGroupsRecount,
} as const satisfies Record<string, Recount>

export type RecountId = keyof typeof recounts
