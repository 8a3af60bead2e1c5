import { SAME_FROM, similarity as shipped, SimilarityIndex } from '../../../shared/similarity/index.ts'
import { dice, pairsOf } from '../../../shared/similarity/likeness.ts'
import labelled from '../../similarity/pairs.ko.json' with { type: 'json' }
import { round, spread, table } from '../figures.ts'

type Score = (a: string, b: string) => number
type Half = 'tuning' | 'heldOut'

const letters: Score = (a, b) => dice(pairsOf(plain(a)), pairsOf(plain(b)))
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

function judge(score: Score, from: number, half: Half) {
  const pairs = labelled.filter((pair) => pair.half === half)
  const found = pairs.filter(({ a, b }) => score(a, b) >= from)
  const right = found.filter(({ same }) => same).length
  const same = pairs.filter((pair) => pair.same).length
  return { precision: right / Math.max(1, found.length), recall: right / same, f1: (2 * right) / (found.length + same) }
}

/** The best threshold for the baseline, found in the same half as the figures of the shipped method were. */
function bestFrom(score: Score): number {
  const thresholds = Array.from({ length: 90 }, (_, i) => (i + 5) / 100)
  return thresholds.reduce((best, from) =>
    judge(score, from, 'tuning').f1 > judge(score, best, 'tuning').f1 ? from : best,
  )
}

const methods: { method: string; score: Score; from: number }[] = [
  { method: 'shipped', score: shipped, from: SAME_FROM },
  { method: 'letter pairs, 0.6 as before', score: letters, from: 0.6 },
  { method: 'letter pairs, best threshold', score: letters, from: bestFrom(letters) },
]

const ISSUES = 2000
const TEXTS = 400

/** 2,000 issues made of the labelled texts, two joined in ever new ways; then the time of one look-up. */
function lookUps() {
  const texts = labelled.flatMap(({ a, b }) => [a, b])
  const text = (n: number) =>
    `${texts[n % texts.length]}, ${texts[(n * 7 + Math.floor(n / texts.length)) % texts.length]}`
  const index = new SimilarityIndex()
  const began = performance.now()
  for (let n = 0; n < ISSUES; n += 1) index.set(`i${n}`, n % 3 === 0 ? texts[n % texts.length]! : text(n))
  const built = performance.now() - began
  const times = Array.from({ length: TEXTS }, (_, n) => {
    const start = performance.now()
    index.near(n % 2 ? text(n * 13) : texts[n % texts.length]!)
    return performance.now() - start
  })
  const { p50, p99, max } = spread(times)
  return [
    { issues: ISSUES, 'index made, ms': round(built), 'look-up p50, ms': round(p50), p99: round(p99), max: round(max) },
  ]
}

/** How well what means the same is found, on pairs that people labelled, and how fast. */
export function similarity() {
  const rows = methods.flatMap(({ method, score, from }) =>
    (['tuning', 'heldOut'] as const).map((half) => {
      const { precision, recall, f1 } = judge(score, from, half)
      return { method, half, from, f1: round(f1, 3), precision: round(precision, 3), recall: round(recall, 3) }
    }),
  )
  const speed = lookUps()
  const text = [
    table(`Issues that mean the same: ${labelled.length} labelled pairs`, rows),
    table(`Similar issues for a text that is being written`, speed),
  ].join('\n')
  return Promise.resolve({ text, rows: [...rows, ...speed] })
}
