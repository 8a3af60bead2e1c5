import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Token } from '../../shared/base/ids.ts'

/** How residents behave: a whole workshop, only its votes, or everybody at the same instant. */
export const scenarios = ['workshop', 'vote', 'storm'] as const
export type Scenario = (typeof scenarios)[number]

export const usage = `npm run simulate -- --url URL --code CODE --participants N [options]

Simulated residents over real sockets: they join, write issues and vote as people would, and tell how long it took.

  --url URL           address of the server, such as http://localhost:3000
  --code CODE         the session's 6 digits, or the token in its QR code
  --participants N    how many residents, 1 to 20000
  --scenario S        workshop (default): issues and votes · vote: votes only · storm: all at the same instant
  --seconds T         how long at most (default 120); pauses shrink to fit a shorter time
  --stay              stay until the session closes, also after a reveal
  --watch TOKEN       token of a projector link: measures the way from a vote to the projector
  --seed X            the same seed makes the same choices
  --json              one JSON object as the last line of standard output
  --help              this text

It ends when the session closes, a while after the reveal of a vote in which it took part, or when the time is over.
`

const whole = (name: string, max: number) => {
  const error = `--${name} needs a whole number from 1 to ${max}`
  return z.coerce.number({ error }).int({ error }).min(1, { error }).max(max, { error })
}

const Options = z.object({
  url: z
    .url({ protocol: /^https?$/, error: '--url needs an http address, such as http://localhost:3000' })
    .transform((url) => url.replace(/\/+$/, '')),
  code: z.string().refine((code) => /^[0-9]{6}$/.test(code) || Token.safeParse(code).success, {
    error: '--code needs the 6 digits on the projector',
  }),
  participants: whole('participants', 20_000),
  scenario: z.enum(scenarios, { error: `--scenario is one of ${scenarios.join(', ')}` }).default('workshop'),
  seconds: whole('seconds', 86_400).default(120),
  stay: z.boolean().default(false),
  watch: z
    .string()
    .refine((token) => Token.safeParse(token).success, { error: '--watch needs the token of a projector link' })
    .nullable()
    .default(null),
  seed: z
    .string()
    .max(100)
    .default(() => randomBytes(4).toString('hex')),
  json: z.boolean().default(false),
})
export type Options = z.output<typeof Options>

/** A mistake on the command line, in one line. */
export class OptionError extends Error {}

/** What the command line asks for. Throws an OptionError for what it cannot mean. */
export function parseOptions(argv: string[]): Options | 'help' {
  const values = read(argv)
  if (values.help) return 'help'
  for (const name of ['url', 'code', 'participants'] as const) {
    if (values[name] === undefined) throw new OptionError(`--${name} is missing (--help shows all options)`)
  }
  const parsed = Options.safeParse(values)
  if (parsed.success) return parsed.data
  throw new OptionError(parsed.error.issues[0]?.message ?? 'these options do not fit together')
}

function read(argv: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: argv,
      options: {
        url: text,
        code: text,
        participants: text,
        scenario: text,
        seconds: text,
        watch: text,
        seed: text,
        stay: flag,
        json: flag,
        help: flag,
      },
    }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new OptionError(error.message.split(/[.\n]/)[0])
  }
}
