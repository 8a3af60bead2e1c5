import { textIn } from '../../../shared/base/texts.ts'
import { fill, languages, type Values } from '../../../shared/i18n/index.ts'
import type { Texts } from '../../../shared/base/texts.ts'
import { figureText, scoreWords } from '../../../shared/results/score-words.ts'
import type { PhoneStepOf, Result } from '../steps.ts'
import { texts } from './result-texts.ts'
import { percent } from './share-text.ts'

type Row = Result['standings'][number]
/** A vote with its method, once its result is there to be shown. */
export type Revealed = Pick<PhoneStepOf<'vote'>, 'method' | 'parameters' | 'result'>

const sayIn =
  (language: string) =>
  (text: Texts, values: Values = {}): string =>
    fill(textIn(text, language), values, languages[language]!.language)

/** What stands beside a row: its score, and the shares with what they are of. A dash where nobody rated it. */
export function figuresOf({ method, parameters }: Revealed, row: Row, language: string) {
  const words = scoreWords(method, parameters)
  const say = sayIn(language)
  const shares = [
    ...(words.shareOfGiven
      ? [say(texts.shareOf, { of: textIn(words.shareOfGiven, language), share: percent(row.shareOfStickers) })]
      : []),
    words.isSupport
      ? say(texts.shareOf, { of: textIn(words.voters, language), share: percent(row.shareOfVoters) })
      : say(texts.namedBy, { of: textIn(words.voters, language), n: row.voters }),
  ]
  const own = ofPicture(row, parameters)
  if (own) return { name: say(own.name), score: own.score(say), shares }
  return { name: textIn(words.name, language), score: figureText(words, row, language), shares }
}

/** Where the picture knows a plainer figure than the score that ranks: the share in favour, the votes of a project. */
function ofPicture({ picture, voters }: Row, { order }: Revealed['parameters']) {
  if (picture?.kind === 'cost') return { name: texts.votes, score: (say: Say) => say(texts.people, { n: voters }) }
  if (picture?.kind !== 'sides' || order === 'for-minus-against') return null
  const sides = picture.for + picture.against
  return { name: texts.inFavour, score: () => percent(sides > 0 ? picture.for / sides : null) }
}
type Say = ReturnType<typeof sayIn>

/** What a bar is as long as. */
export const barOf = (row: Row): number => (row.picture?.kind === 'cost' ? row.voters : row.score)

/** The ends of the bars: nothing, or the lowest of a scale or of the scores, to the most that there is. */
export function barEnds({ parameters, result }: Revealed): { from: number; to: number } {
  const scores = (result?.standings ?? []).map(barOf)
  const isScale = result?.standings.some(({ picture }) => picture?.kind === 'spread') ?? false
  if (isScale) return { from: Number(parameters.min) - 1, to: Number(parameters.max) }
  return { from: Math.min(0, ...scores), to: Math.max(1e-9, ...scores) }
}

/** Everything stands level, and there is more than one: nobody voted, or the ballots made no order. */
export const isUnordered = ({ result }: Revealed): boolean =>
  (result?.standings.length ?? 0) > 1 && result!.standings.every(({ rank }) => rank === 1)

/** What has to be said of the ranking as a whole: that there is none, and who goes on; empty where neither is. */
export function lineText(vote: Revealed, language: string): string {
  const { result } = vote
  const without = result && result.accepted > result.blank ? texts.noOrder : texts.nobodyVoted
  return [isUnordered(vote) ? sayIn(language)(without) : '', goesOnText(vote, language)].filter(Boolean).join(' ')
}

/** Who goes on, in one sentence; empty where the vote asks for nobody. */
function goesOnText({ result }: Revealed, language: string): string {
  const goesOn = result?.goesOn
  if (!goesOn) return ''
  const say = sayIn(language)
  const { places: n, tied, then } = goesOn
  const m = tied.length
  switch (then.kind) {
    case 'nothing':
      return say(texts.line, { n })
    case 'both-go-on':
      return say(texts.bothGoOn, { n, more: then.more })
    case 'draw':
      return say(texts.drawn, { n, m, seed: then.seed })
    case 'run-off':
      return say(texts.runOff, { n, m, places: then.places })
  }
}

/** What is drawn beside a row, in words: nobody has to read a picture. */
export function pictureText(row: Row, language: string): string {
  const say = sayIn(language)
  const { picture } = row
  switch (picture?.kind) {
    case undefined:
      return ''
    case 'sides':
      return say(texts.sides, { for: picture.for, against: picture.against, abstain: picture.abstain })
    case 'spread':
      return picture.counts
        .flatMap((n, i) => (n > 0 ? [say(texts.spread, { value: picture.lowest + i, n })] : []))
        .join(' · ')
    case 'interval':
      return say(texts.interval, { low: picture.low.toFixed(2), high: picture.high.toFixed(2) })
    case 'bestWorst':
      return say(texts.bestWorst, { best: picture.best, worst: picture.worst, shown: picture.shown })
    case 'cost':
      return say(picture.isFunded ? texts.funded : texts.notFunded, { cost: picture.cost.toLocaleString(language) })
  }
}

/** How a panel's opinion of one item stands: its median, who kept the score, whether to ask again; nothing elsewhere. */
export function panelText(picture: Row['picture'], language: string): string {
  if (picture?.kind !== 'spread' || !picture.panel) return ''
  const say = sayIn(language)
  const { median, stability, further, moved } = picture.panel
  const kept = moved?.kept ?? null
  return [
    moved ? say(texts.medianMoved, { from: moved.from, median }) : say(texts.median, { median }),
    ...(kept === null ? [] : [say(texts.kept, { share: percent(kept) })]),
    ...(stability === null || further === null
      ? []
      : [say(texts.further, { stability: stability.toFixed(2), further: say(texts[further]) })]),
  ].join(' · ')
}

/** From the lowest to the highest end of all intervals. */
export function reachOf({ result }: Revealed): { low: number; high: number } {
  const intervals = (result?.standings ?? []).flatMap(({ picture }) => (picture?.kind === 'interval' ? [picture] : []))
  return {
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.max(...intervals.map(({ high }) => high)),
  }
}
