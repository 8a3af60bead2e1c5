import { canonicalJson } from '../base/digest.ts'
import { recounts, type RecountId } from '../methods/recounts.ts'
import type { Recount, Recounted } from '../methods/recount.ts'
import { faultAt, faultIn, quote, read, type Read } from './fault.ts'
import { inputFor, isRecountId, methodNamed, methodsFor, type Options } from './inputs.ts'
import { schemaFault, type Members } from './json-file.ts'
import { recountPublished } from './published.ts'
import { sizes } from './sizes.ts'
import type { Source } from './source.ts'

export interface Asked {
  method?: string | undefined
  options?: Options
}

/** Count a file again: by the method asked for, or by the one that it names. */
export function recountSource(source: Source, { method: asked, options = {} }: Asked = {}): Read<Recounted> {
  if (source.kind === 'published') return recountPublished(source.result)
  const method = methodOf(source, asked)
  if (!method.ok) return method
  const input = inputFor(source, method.value, options)
  if (!input.ok) return input
  const wrong = wrongItems(input.value)
  if (wrong) return wrong
  // The table pairs each method with its own input; the type of all of them at once says less.
  const recount: Recount = recounts[method.value]
  const parsed = recount.input.safeParse(input.value)
  return parsed.success ? read(recount.count(parsed.data)) : schemaFault(parsed.error)
}

function methodOf(source: Source, asked: string | undefined): Read<RecountId> {
  const possible = methodsFor(source)
  const list = possible.join(', ')
  const named = asked ?? methodNamed(source)
  if (named === undefined) {
    return faultAt(
      null,
      `the file names no method; with --method these are possible: ${list}`,
      `파일에 방법이 없습니다. --method로 고를 수 있는 방법: ${list}`,
    )
  }
  if (isRecountId(named) && possible.includes(named)) return read(named)
  const name = quote(typeof named === 'string' ? named : canonicalJson(named))
  return faultIn(
    asked === undefined ? 'method' : '--method',
    `${name} cannot count these ballots; possible: ${list}`,
    `${name} 방법으로 셀 수 없는 표입니다. 고를 수 있는 방법: ${list}`,
  )
}

/** How many items there are, and that none is called what objects of JavaScript keep for themselves. */
function wrongItems(members: Members) {
  for (const name of ['candidates', 'projects', 'items', 'statements']) {
    const list = members[name]
    if (!Array.isArray(list)) continue
    if (list.length > sizes.items) {
      return faultIn(name, `more than ${sizes.items} items`, `항목이 ${sizes.items}개를 넘습니다`)
    }
    const ids = list.map((item: unknown) => (name === 'projects' ? (item as Members | null)?.id : item))
    const reserved = ids.indexOf('__proto__')
    if (reserved >= 0) return faultIn(`${name}[${reserved}]`, 'this name is reserved', '쓸 수 없는 이름입니다')
  }
  return undefined
}
