import type { Recounted } from '../../../shared/methods/recount.ts'
import { read, type Fault, type Read } from '../../../shared/recount/fault.ts'
import { methodsFor } from '../../../shared/recount/inputs.ts'
import { openBytes, type Opened } from '../../../shared/recount/open.ts'
import { recountSource } from '../../../shared/recount/recount.ts'
import { checkSealed, type SealedCheck } from '../../../shared/recount/sealed.ts'

/** A file that somebody has chosen, or that came by a link. */
export interface Chosen {
  name: string
  bytes: Uint8Array
}

/** What the page shows of a file. */
export interface Shown {
  name: string
  size: number
  opened: Opened
  /** methods among which somebody can choose; the one chosen is in `counted` */
  methods: string[]
  counted: Recounted
  check: SealedCheck | null
}

/** Read, check and count a file; a file that names no method is counted by the first that fits. */
export function recounted({ name, bytes }: Chosen, method?: string): Read<Shown> {
  const opened = openBytes(name, bytes)
  if (!opened.ok) return opened
  const { source, digest } = opened.value
  const isElection = source.kind === 'preflib' || source.kind === 'pabulib'
  const methods = isElection ? methodsFor(source) : []
  const counted = recountSource(source, { method: method ?? methods[0] })
  if (!counted.ok) return counted
  const check = source.kind === 'sealed' ? checkSealed(source.members, source.result, digest) : null
  if (check && !check.ok) return check
  return read({
    name,
    size: bytes.length,
    opened: opened.value,
    methods,
    counted: counted.value,
    check: check?.value ?? null,
  })
}

/** Why nothing is shown: the file, the address, or the network. */
export type Trouble = Fault | 'notFound' | 'unreachable'

/** The package of a result, by its digest. */
export async function fetchPackage(address: string): Promise<Chosen | 'notFound' | 'unreachable'> {
  try {
    const response = await fetch(address)
    if (!response.ok) return response.status === 404 ? 'notFound' : 'unreachable'
    return { name: 'recount.zip', bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    return 'unreachable'
  }
}
