import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { canonicalJson } from '../../shared/base/digest.ts'
import type { Recounted } from '../../shared/methods/recount.ts'
import { faultAt, faultText, read, type Fault, type Read } from '../../shared/recount/fault.ts'
import { digestFrom, openBytes, type Opened } from '../../shared/recount/open.ts'
import type { PublishedResult } from '../../shared/recount/published.ts'
import { recountSource } from '../../shared/recount/recount.ts'
import { checkSealed, isIntact, type SealedCheck } from '../../shared/recount/sealed.ts'
import { sizes } from '../../shared/recount/sizes.ts'
import type { Source } from '../../shared/recount/source.ts'
import { OptionError, parseOptions, usage, type Options } from './options.ts'
import { alarmLines, tableText } from './table.ts'

/** `npm run recount`: the count goes to standard output, everything else to standard error. Returns the exit code. */
function run(options: Options): number {
  const opened = open(options.file)
  if (!opened.ok) return refuse(options.file, opened)
  const { source, digest } = opened.value
  const counted = recountSource(source, options)
  if (!counted.ok) return refuse(options.file, counted)
  const check = source.kind === 'sealed' ? checkSealed(source.members, source.result, options.digest ?? digest) : null
  if (check && !check.ok) return refuse(options.file, check)
  print(counted.value, source, options, check?.value)
  if (source.kind === 'published') return tellPublished(source.result, counted.value)
  if (!check) return 0
  tellSeal(check.value)
  return isIntact(check.value) ? 0 : 1
}

function open(path: string): Read<Opened> {
  const bytes = readBytes(path)
  if (!bytes.ok) return bytes
  const opened = openBytes(basename(path), bytes.value)
  if (!opened.ok || opened.value.digest !== null || opened.value.source.kind !== 'sealed') return opened
  // An unpacked package has the digest beside the result.
  const beside = readBytes(join(dirname(path), 'digest.txt'))
  return read({ ...opened.value, digest: beside.ok ? digestFrom(beside.value, basename(path)) : null })
}

function readBytes(path: string): Read<Uint8Array> {
  try {
    if (statSync(path).size <= sizes.bytes) return read(readFileSync(path))
    return faultAt(null, `larger than ${sizes.bytes} bytes`, `${sizes.bytes}바이트를 넘습니다`)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    return faultAt(null, `cannot be read (${code})`, `읽을 수 없습니다 (${code})`)
  }
}

function print(counted: Recounted, source: Source, { json }: Options, check: SealedCheck | undefined): void {
  const whole = check ? { ...counted, digest: check.digest } : counted
  const titles = new Map('result' in source ? source.result.items.map(({ id, title }) => [id, title]) : [])
  process.stdout.write(`${json ? JSON.stringify(whole) : tableText(whole, titles)}\n`)
}

function tellSeal(check: SealedCheck): void {
  for (const line of alarmLines(check)) process.stderr.write(`CHANGED ${line}\n`)
  if (!isIntact(check)) process.stderr.write('This result is not the one that was sealed.\n')
  else if (check.expected !== null) process.stderr.write(`Intact: digest ${check.digest}\n`)
  else
    process.stderr.write(`Its figures are those of its ballots. Compare the digest with the minutes: ${check.digest}\n`)
}

function tellPublished(published: PublishedResult, counted: Recounted): number {
  process.stderr.write(
    `Counted from its pairs; the ballots and the digest are checked by auditors: ${published.digest}\n`,
  )
  if (canonicalJson(counted.ranking) === canonicalJson(published.ranking)) return 0
  process.stderr.write(`CHANGED ranking: published ${canonicalJson(published.ranking)}\n`)
  return 1
}

function refuse(file: string, fault: Fault): number {
  process.stderr.write(`${file}: ${faultText(fault, 'en')}\n`)
  return 2
}

try {
  const options = parseOptions(process.argv.slice(2))
  if (options === 'help') process.stdout.write(usage)
  else process.exitCode = run(options)
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
