import type { MethodId } from '../../../shared/methods/index.ts'
import type { MethodTexts } from '../../../shared/methods/method.ts'
import { texts as ahp } from '../../../shared/methods/ahp/texts.ts'
import { texts as borich } from '../../../shared/methods/borich/texts.ts'
import { texts as delphi } from '../../../shared/methods/delphi/texts.ts'
import { texts as ipa } from '../../../shared/methods/ipa/texts.ts'
import { texts as opinionGroups } from '../../../shared/methods/opinion-groups/texts.ts'
import { texts as bestWorst } from '../../../shared/methods/best-worst/texts.ts'
import { texts as equalShares } from '../../../shared/methods/equal-shares/texts.ts'
import { texts as greedyBudget } from '../../../shared/methods/greedy-budget/texts.ts'
import { texts as bradleyTerry } from '../../../shared/methods/bradley-terry/texts.ts'
import { texts as approval } from '../../../shared/methods/approval/texts.ts'
import { texts as criteria } from '../../../shared/methods/criteria/texts.ts'
import { texts as forAgainst } from '../../../shared/methods/for-against/texts.ts'
import { texts as majorityJudgment } from '../../../shared/methods/majority-judgment/texts.ts'
import { texts as matrix } from '../../../shared/methods/matrix/texts.ts'
import { texts as points } from '../../../shared/methods/points/texts.ts'
import { texts as quadratic } from '../../../shared/methods/quadratic/texts.ts'
import { texts as score } from '../../../shared/methods/score/texts.ts'
import { texts as borda } from '../../../shared/methods/borda/texts.ts'
import { texts as topKPoints } from '../../../shared/methods/topk-points/texts.ts'
import { texts as copeland } from '../../../shared/methods/copeland/texts.ts'
import { texts as schulze } from '../../../shared/methods/schulze/texts.ts'
import { texts as rankedPairs } from '../../../shared/methods/ranked-pairs/texts.ts'
import { texts as irv } from '../../../shared/methods/irv/texts.ts'
import { texts as stickers } from '../../../shared/methods/stickers/texts.ts'

/** The words of each voting method, without its counting, which no screen needs. */
export const methodTexts: Record<MethodId, MethodTexts> = {
  stickers,
  ahp,
  delphi,
  borich,
  ipa,
  'opinion-groups': opinionGroups,
  approval,
  criteria,
  'for-against': forAgainst,
  'majority-judgment': majorityJudgment,
  matrix,
  points,
  quadratic,
  score,
  borda,
  'topk-points': topKPoints,
  copeland,
  schulze,
  'ranked-pairs': rankedPairs,
  irv,
  'bradley-terry': bradleyTerry,
  'best-worst': bestWorst,
  'greedy-budget': greedyBudget,
  'equal-shares': equalShares,
}
