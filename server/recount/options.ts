import { parseArgs } from 'node:util'
import { recounts } from '../../shared/methods/recounts.ts'

export const usage = `npm run -s recount -- FILE [--method ID] [--option name=value]… [--digest HEX] [--json]

Counts a ranking again from a file: PrefLib (.soc .soi .toc .toi .cat), Pabulib (.pb), the JSON of the recount format, a
sealed result, or a recount package (.zip).

  --method ID            the method; without it the one that the file names
  --option name=value    a convention or limit of the method, such as strength=margins, points=[3,2,1]; --param is the same
  --digest HEX           what a sealed result's digest has to be, or its beginning (12 characters stand in the minutes);
                         without it the one in a digest.txt beside the file
  --json                 one JSON object instead of a table
  --help                 this text

Methods: ${Object.keys(recounts).join(', ')}

Exit code 0: counted, and what was sealed is intact. 1: a sealed result is not what it was. 2: the file or the command
cannot be read; place and reason are on standard error.
`

export interface Options {
  file: string
  method: string | undefined
  options: Record<string, unknown>
  digest: string | null
  json: boolean
}

/** A mistake on the command line, in one line. */
export class OptionError extends Error {}

/** What the command line asks for. Throws an OptionError for what it cannot mean. */
export function parseOptions(argv: string[]): Options | 'help' {
  const { values, positionals } = readArguments(argv)
  if (values.help) return 'help'
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new OptionError('one FILE is needed (--help shows how)')
  const digest = values.digest?.toLowerCase() ?? null
  if (digest !== null && !/^[0-9a-f]{12,64}$/.test(digest)) {
    throw new OptionError('--digest needs 12 to 64 characters, 0–9 and a–f')
  }
  const given = [...(values.option ?? []), ...(values.param ?? [])].map(readOption)
  return { file, method: values.method, options: Object.fromEntries(given), digest, json: values.json ?? false }
}

/** `points=[3,2,1]` and `points=3,2,1` are lists, `perVoter=3` a number, `exact=true` a truth, the rest is text. */
function readOption(text: string): [string, unknown] {
  const [, name, value] = /^([\w-]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined || name === '__proto__') {
    throw new OptionError(`--option needs name=value, not "${text.slice(0, 40)}"`)
  }
  try {
    return [name, JSON.parse(/^-?[\d.]+(,-?[\d.]+)+$/.test(value) ? `[${value}]` : value)]
  } catch {
    return [name, value]
  }
}

function readArguments(argv: string[]) {
  const text = { type: 'string' } as const
  const list = { type: 'string', multiple: true } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { method: text, option: list, param: list, digest: text, json: flag, help: flag },
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new OptionError(error.message.split(/[.\n]/)[0])
  }
}
