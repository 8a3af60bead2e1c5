import { empty, nouns as known, short, stems } from './lexicon.ts'

/*
 * Nouns of short Korean answers, by rule and without a dictionary: particles are taken off, verbs left out, and what is
 * left is a noun. Not a grammar; what it gets wrong is in the labelled sentences of its test.
 */

const jongseong = (syllable: string): number => (syllable.charCodeAt(0) - 0xac00) % 28
const RIEUL = 8
type After = 'any' | 'consonant' | 'vowel' | 'rieul'
const particles: readonly (readonly [string, After])[] = (
  [
    [
      'any',
      '에서부터 에게서 한테서 까지 부터 에게 한테 께서 에서 에 의 도 만 하고 보다 처럼 같이 마다 조차 마저 밖에 뿐 뿐만 대로 들 씩 만큼 끼리 께',
    ],
    [
      'consonant',
      '으로부터 으로서 으로써 으로 이 은 을 과 이나 이랑 이라도 이라는 이란 이라고 이든 이든지 이며 이고 이라 이야말로',
    ],
    ['vowel', '가 는 를 와 나 랑 라도 라는 란 라고 든 든지 며 라 야말로'],
    ['rieul', '로부터 로서 로써 로'],
  ] as const
)
  .flatMap(([after, all]) => all.split(' ').map((particle) => [particle, after] as const))
  .sort(([a], [b]) => b.length - a.length)
/** Particles that another one can follow. */
const inner = new Set('에서 에게 한테 까지 부터 으로 로 들 만 과 와 보다 처럼 에 끼리 마다 뿐'.split(' '))
const copula =
  /(?:입니다|이에요|예요|이예요|이다|이죠|이지요|인데요?|인가요?|인지|이었.*|였.*|이라서|라서|이니까|이지만|임)$/
const hada =
  /^(.{2,}?)(?:하|되)(?:는|는데.*|고|면|며|기|게|지|지만|자|여|였.*|려.*|려고|도록|거나|니까?|네요|던.*|신.*|시.*|세요|다|나|므로|길|기를|기가|기에|기도|는게|ㄴ)?$|^(.{2,}?)(?:해|돼)(?:요|서|야.*|도|주.*|줘.*|줬.*|졌.*|지.*|져.*|봐.*|보.*|라|나가.*|왔.*|온|)?$|^(.{2,}?)(?:했|됐|되었|하였).*$|^(.{2,}?)(?:합|됩)(?:니다|시다|니까).*$|^(.{2,}?)(?:한|된|할|될)(?:다.*|데.*|지.*|까.*|거.*|수.*|텐.*|)?$|^(.{2,}?)(?:함|됨)(?:을|이|은|과|에.*|으로)?$|^(.{2,}?)(?:시키|시켜|시킬|시킨|받는|받고|받을|받아|당하|스러|스럽|롭게|로운).*$/
/* Endings that no noun of the list has. */
const ending =
  /(?:습니다|니다|어요|아요|여요|네요|군요|데요|래요|까요|지요|죠|든요|세요|워요|와요|겠.*|았.+|었.+|으면|면서|도록|려고|니까|는데|은데|지만|거나|으며|아서|어서|여서|와서|워서|져서|더라.*|을까|다면|다고|다는|자고|싶.*|어야|아야|어도|아도|었던|으니|으러|러고|도록|듯이?|는지|을지|은지|던가|다가|거든|구나|ㅠ+|ㅎ+|ㅋ+)$/
const endsOfStem =
  /^(?:은|는|을|ㄴ|ㄹ|게|고|기|기가|기는|기를|기에|기도|지|지만|지는|지도|면|며|서|다|던|자|도|야|음|음을|러|려|려고|네|니|을수|는게|은게|는데|은데|도록|거나|나|는지|은지|운|워|우|웠|인|이|히|요|죠|까|면서|지요|래|대|시면|시는|신|실|세요|아|어|여|아요|어요|아서|어서|아야|어야|아도|어도|았.*|었.*|였.*|겠.*|습.*|으.*|아지.*|어지.*|아져.*|어져.*|아주.*|어주.*|어보.*|아보.*|줘.*|주.*|잖.*|더라.*|는다.*|ㅂ.*)?$/
const longStems = [...stems].sort((a, b) => b.length - a.length)

/** The word without its particles; null where none of them can be one. */
function withoutParticles(word: string): string | null {
  for (const [particle, after] of particles) {
    if (word.length <= particle.length || !word.endsWith(particle)) continue
    const stem = word.slice(0, -particle.length)
    const last = jongseong(stem.at(-1)!)
    const fits =
      after === 'any' || (after === 'consonant' ? last > 0 : last === 0 || (after === 'rieul' && last === RIEUL))
    if (!fits || (stem.length < 2 && !short.has(stem))) continue
    const deeper = withoutParticles(stem)
    const isChain = deeper !== null && inner.has(stem.slice(deeper.length))
    return isChain && !known.has(stem) ? deeper : stem
  }
  return null
}

const isPredicate = (word: string): boolean =>
  ending.test(word) ||
  /[가-힣](?:운|웠|워|게)$/.test(word) ||
  (word.endsWith('는') && jongseong(word.at(-2) ?? '가') > 0) ||
  (word.endsWith('고') && word.length > 1) ||
  (word.endsWith('다') && word.length > 1) ||
  (word.endsWith('요') && word.length > 2) ||
  longStems.some((stem) => word.startsWith(stem) && endsOfStem.test(word.slice(stem.length)))

interface Read {
  noun: string | null
  /** no particle after it: the next word may belong to it */
  isBare: boolean
}
const nothing: Read = { noun: null, isBare: false }
const asNoun = (noun: string, isBare: boolean): Read => {
  const isWord = noun.length > 1 || short.has(noun)
  return isWord && !empty.has(noun) ? { noun, isBare } : nothing
}

function readWord(word: string): Read {
  if (empty.has(word)) return nothing
  if (known.has(word) || short.has(word)) return asNoun(word, true)
  const bare = withoutParticles(word)
  if (bare !== null && (known.has(bare) || short.has(bare) || empty.has(bare))) return asNoun(bare, false)
  if (known.has(word.replace(/들$/, ''))) return asNoun(word.replace(/들$/, ''), true)
  const made = hada.exec(word)
  if (made) return asNoun(made.slice(1).find((root) => root !== undefined) ?? '', false)
  const named = word.replace(copula, '')
  if (named !== word && named.length > 1 && !isPredicate(named)) return asNoun(withoutPlural(named), false)
  if (isPredicate(word)) return nothing
  return bare === null ? asNoun(word, true) : asNoun(withoutPlural(bare), false)
}

const withoutPlural = (word: string): string => (word.length > 2 && word.endsWith('들') ? word.slice(0, -1) : word)

/** Letters of another script with what Hangul hangs on them: `SNS로`, `IT교육을`. */
function readForeign(word: string): Read {
  const [, letters = '', tail = ''] = /^([A-Za-z][A-Za-z0-9]*)([가-힣]*)$/.exec(word) ?? []
  if (letters === '') return nothing
  const rest = particles.some(([particle]) => particle === tail) ? '' : tail && (withoutParticles(tail) ?? tail)
  return asNoun(letters.length > 1 || rest ? letters.toUpperCase() + rest : letters, tail === '')
}

/** Parts that are written apart and are one word. */
const compounds = (
  [
    ['사회적', '경제 기업 금융 가치 약자 농업 협동조합'],
    ['마을', '기업 공동체 만들기 카페 버스 축제 학교 방송 신문'],
    ['협동', '조합'],
    ['전통', '시장'],
    ['골목', '상권 경제'],
    ['공동', '구매 육아 체 작업장 브랜드'],
    ['공공', '구매 기관'],
    ['우선', '구매'],
    ['지역', '경제 화폐 사회 주민 상품권'],
    ['지원', '센터 금'],
    ['중간지원', '조직'],
    ['판로', '개척'],
    ['로컬', '푸드'],
    ['공유', '경제 주방 공간'],
    ['경력', '단절'],
    ['주민', '센터 자치회 참여예산'],
    ['일', '자리'],
    ['빈', '집 점포'],
    ['작은', '도서관'],
    ['착한', '소비'],
    ['온라인', '판매 쇼핑몰'],
    ['1인', '가구'],
  ] as const
).map(([first, seconds]) => [first, new Set<string>(seconds.split(' '))] as const)
const secondsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(compounds)

/**
 * The nouns of an answer in runs: between two of one run stands nothing, so that they may be one word written apart.
 * Each noun once, without its particles.
 */
export function nounRuns(text: string): string[][] {
  const tokens = text.normalize('NFC').match(/[A-Za-z0-9가-힣]+|[^\sA-Za-z0-9가-힣]+/g) ?? []
  const runs: string[][] = []
  let run: string[] = []
  const end = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next = ''] = [tokens[at]!, tokens[at + 1] ?? '']
    const known = secondsOf.get(token)
    const second = known && (known.has(next) ? next : withoutParticles(next))
    if (known && second && known.has(second)) {
      run.push(token + second)
      if (second !== next) end()
      at += 1
      continue
    }
    const { noun, isBare } = /[A-Za-z]/.test(token)
      ? readForeign(token)
      : /[가-힣]/.test(token)
        ? readWord(token)
        : nothing
    if (noun) run.push(noun)
    if (!noun || !isBare) end()
  }
  end()
  return runs
}

export const nounsIn = (text: string): string[] => [...new Set(nounRuns(text).flat())]
