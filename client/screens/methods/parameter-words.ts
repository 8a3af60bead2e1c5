import type { Texts } from '../../../shared/base/texts.ts'
import { limits } from '../../../shared/base/limits.ts'

/** What parameters are called on a form. One that is not here shows the name that it has in the recount format. */
export const parameterNames: Record<string, Texts> = {
  perVoter: { ko: '한 사람이 (최대)', en: 'Each person (at most)' },
  perItem: { ko: '한 의제에 (최대)', en: 'On one issue (at most)' },
  onePerField: { ko: '한 분야에서 하나만', en: 'Only one in each field' },
  negative: { ko: '반대 스티커', en: 'Negative stickers' },
  max: { ko: '최고', en: 'Highest' },
  min: { ko: '최저', en: 'Lowest' },
  threshold: { ko: '통과하는 찬성 비율 (0~1, 초과)', en: 'Share in favour to pass (0 to 1, above)' },
  order: { ko: '순위의 기준', en: 'Ranked by' },
  total: { ko: '나눌 점수', en: 'Points to share out' },
  credits: { ko: '쓸 포인트', en: 'Credits' },
  unrated: { ko: '매기지 않은 의제', en: 'What is not graded' },
  criteria: { ko: '기준 (쉼표로 나눔)', en: 'Criteria (with commas)' },
  weights: { ko: '가중치', en: 'Weights' },
  crosshair: { ko: '칸을 나누는 선', en: 'Lines between the fields' },
  estimator: { ko: '세기를 셈하는 법', en: 'Estimator' },
  prior: { ko: '시작값', en: 'Prior' },
  setSize: { ko: '한 번에 보이는 수', en: 'Shown at once' },
  budget: { ko: '예산', en: 'Budget' },
  costs: { ko: '사업마다 드는 돈', en: 'What each project costs' },
  ballotType: { ko: '고르는 법', en: 'How to choose' },
  tieBreak: { ko: '같을 때 먼저', en: 'First among equals' },
  utility: { ko: '효용', en: 'Utility' },
  completion: { ko: '남은 예산', en: 'What is left' },
  step: { ko: '한 번에 늘리는 몫', en: 'Step of a share' },
  unranked: { ko: '순위를 매기지 않은 의제', en: 'Unranked issues' },
  topK: { ko: '매기는 순위 (최대)', en: 'Places to rank (at most)' },
  tiesAllowed: { ko: '같은 순위 허용', en: 'Equal ranks allowed' },
  points: { ko: '1위부터 점수', en: 'Points from the first on' },
  strength: { ko: '승리의 세기', en: 'Strength of a win' },
  equalRanks: { ko: '맨 앞에 여럿이면', en: 'Several in first place' },
  stopAtMajority: { ko: '과반이면 멈춤', en: 'Stop at a majority' },
  aggregate: { ko: '모으는 법', en: 'Aggregation' },
  inconsistent: { ko: '앞뒤가 안 맞는 응답', en: 'Inconsistent answers' },
  consistencyLimit: { ko: '일관성 비율 한도', en: 'Limit of the consistency ratio' },
  randomIndex: { ko: '무작위 지수 표', en: 'Table of random indices' },
  essentialFrom: { ko: '꼭 필요한 점수 (이상)', en: 'Essential from' },
  lowTo: { ko: '필요 없는 점수 (이하)', en: 'Not needed up to' },
  quartiles: { ko: '사분위 계산', en: 'Quartiles' },
  consensusIn: { ko: '합의(넣음) 비율', en: 'Consensus to keep' },
  consensusOut: { ko: '합의(뺌) 비율', en: 'Consensus to drop' },
  criticalCvr: { ko: 'CVR 기준표', en: 'Critical CVR' },
}

/** Values that the method's own rule sentence has no words for. */
export const valueNames: Record<string, Texts> = {
  'order=share-for': { ko: '찬성 비율', en: 'share in favour' },
  'order=for-minus-against': { ko: '찬성에서 반대를 뺀 수', en: 'for less against' },
  'estimator=map': { ko: '시작값을 둔 추정', en: 'with a prior' },
  'estimator=maximum-likelihood': { ko: '최대가능도', en: 'maximum likelihood' },
  'unrated=lowest': { ko: '가장 낮은 등급으로', en: 'count as the lowest' },
  'unrated=left-out': { ko: '세지 않음', en: 'are left out' },
  'unranked=average-of-remaining': { ko: '남은 점수의 평균', en: 'average of what is left' },
  'unranked=zero': { ko: '0점', en: 'none' },
  'crosshair=midpoint': { ko: '척도의 가운데', en: 'the middle of the scale' },
  'crosshair=mean': { ko: '평균', en: 'the mean' },
  'crosshair=median': { ko: '중앙값', en: 'the median' },
  'inconsistent=included': { ko: '넣음', en: 'are included' },
  'inconsistent=left-out': { ko: '뺌', en: 'are left out' },
  'weights=principal-eigenvector': { ko: '고유벡터', en: 'eigenvector' },
  'weights=row-geometric-mean': { ko: '행 기하평균', en: 'geometric mean of rows' },
  'aggregate=geometric-mean-of-judgements': { ko: '판단의 기하평균(AIJ)', en: 'of judgements (AIJ)' },
  'aggregate=geometric-mean-of-weights': { ko: '가중치의 기하평균(AIP)', en: 'of weights (AIP)' },
  'tieBreak=lowest cost, then most supporters, then list': {
    ko: '싼 것, 표 많은 것, 목록 순',
    en: 'cheaper, more votes, list',
  },
  'tieBreak=lowest cost, then most supporters, then id': {
    ko: '싼 것, 표 많은 것, 번호 순',
    en: 'cheaper, more votes, number',
  },
}

/** A number that stands for "no limit" is shown as an empty box. */
export const meansNoLimit = (method: string, name: string, value: number): boolean =>
  (name === 'topK' && value === limits.candidatesPerVote) || (method === 'approval' && name === 'max' && value === 0)
export const noLimit = (method: string, name: string): number | null =>
  name === 'topK' ? limits.candidatesPerVote : method === 'approval' && name === 'max' ? 0 : null
