/* What a group of Korean texts is about: the beginnings of words that its texts share, so that 판매장이 and 판매장을 are
   one word without a grammar at hand. */

/** Words of wishing and lacking: every issue has them, so none is about them. */
const EMPTY = [
  '필요', '부족', '없', '있', '주세요', '해주', '해 주', '만들', '늘려', '늘리', '어렵', '힘들', '좋겠', '합니', '됩니', '했으', '하면', '하고',
  '위한', '위해', '대한', '많이', '너무', '우리', '지역', '강북', '함께', '지원', '사람', '들이', '것이', '그리', '더욱', '어떻', '같은', '같이', '부탁', '바랍', '바라', '싶',
] // prettier-ignore
const PARTICLE =
  /(에서는|에서도|으로는|으로도|에서|에게|으로|까지|부터|처럼|보다|마다|이나|라도|이라|은|는|이|가|을|를|의|에|와|과|로|도|만|나)$/
const LONGEST = 6
const MOST = 2

/** The words that most of these texts share, at most two, the commonest first; each in at least half of them. */
export function sharedWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const start of new Set(wordsOf(text).flatMap(startsOf))) counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  const least = Math.max(2, texts.length / 2)
  const candidates = [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))
    .map(([word]) => word)
  const chosen: string[] = []
  for (const word of candidates) {
    // The same word, said shorter or longer.
    if (chosen.some((other) => other.startsWith(word) || word.startsWith(other))) continue
    if (chosen.length < MOST) chosen.push(word)
  }
  return chosen.map((word) => word.replace(PARTICLE, (particle) => (word.length - particle.length < 2 ? particle : '')))
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word.length > 1 && !EMPTY.some((empty) => word.startsWith(empty)))

const startsOf = (word: string): string[] =>
  Array.from({ length: Math.min(LONGEST, word.length) - 1 }, (_, n) => word.slice(0, n + 2))
