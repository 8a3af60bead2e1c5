import { textIn } from '../base/texts.ts'
import { canonicalJson } from '../base/digest.ts'
import { fill, type Language } from '../i18n/translate.ts'
import { en } from '../i18n/en/language.ts'
import { ko } from '../i18n/ko/language.ts'
import { methodOf } from '../methods/index.ts'
import { ruleValues } from '../methods/rule-values.ts'
import { SealedResult } from '../results/seal.ts'
import { ballotFile } from './ballot-file.ts'
import { digestLine, type PackageFiles } from './package.ts'
import { hasPublicBallots, publishedPart } from './published.ts'
import { readme } from './readme.ts'

/** The whole is for auditors; the rest of the world gets it too, unless a ballot could tell whose it is. */
export type Audience = 'everybody' | 'auditors'

/** The files with which anyone can count a sealed result again. `text` is the sealed bytes that the digest is of. */
export function packageOf(text: string, digest: string, audience: Audience): PackageFiles {
  const result = SealedResult.parse(JSON.parse(text))
  const isWhole = audience === 'auditors' || hasPublicBallots(result)
  const ballots = isWhole ? ballotFile(result) : null
  const about = { result, digest, isWhole, ballots: ballots?.name ?? null }
  return {
    'README.txt': readme(about),
    'rule-card.txt': `${ruleCard(result, ko)}\n\n${ruleCard(result, en)}\n`,
    'digest.txt': digestLine(digest, 'result.json'),
    ...(isWhole ? { 'result.json': text } : { 'result-published.json': canonicalJson(publishedPart(result, digest)) }),
    ...(ballots && { [ballots.name]: ballots.text }),
  }
}

/** Method, parameters and tie rule in a sentence: what was shown before the vote was opened. */
export function ruleCard({ method, options }: Pick<SealedResult, 'method' | 'options'>, language: Language): string {
  const { texts } = methodOf(method)
  const values = ruleValues(texts, options, language.id)
  return `${textIn(texts.name, language.id)}\n${fill(textIn(texts.rule, language.id), values, language)}`
}
