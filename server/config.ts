import { hostname, networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

/** What somebody who starts Madang can set. The only reader of process.env; `npm start -- --help` prints this table. */
const table = {
  PORT: setting('port to listen on; 0 takes any free one', '3000', portNumber()),
  HOST: setting('address to listen on', 'all interfaces', z.string().trim().min(1, 'must name an address').optional()),
  PUBLIC_URL: setting(
    'address in QR codes, as phones see it',
    'the LAN address found at start',
    webAddress().optional(),
  ),
  DATA_DIR: setting('folder for everything that the embedded stores keep', './data', z.string().default('./data')),
  REDIS_URL: setting(
    'an existing Redis: redis://, rediss://, redis+sentinel://host,host/name or redis+cluster://host,host',
    'one of our own under DATA_DIR',
    url(
      /^(rediss?|redis\+(sentinel|cluster)):\/\/[^/\s]+/,
      'redis://, rediss://, redis+sentinel:// or redis+cluster://',
    ),
  ),
  DATABASE_URL: setting(
    'an existing PostgreSQL: postgres://user:password@host/database',
    'PGlite under DATA_DIR',
    url(/^postgres(ql)?:\/\/[^\s]+/, 'postgres:// or postgresql://'),
  ),
  ADMIN_EMAIL: setting(
    'first administrator, made when there is none',
    'a first-run link, printed once',
    z.email('must be an e-mail address').optional(),
  ),
  ADMIN_PASSWORD: setting(
    'password of that administrator, 10 characters or more',
    'none',
    z.string().min(10, 'must have 10 characters or more').max(200, 'must have 200 characters or fewer').optional(),
  ),
  LOG_LEVEL: setting(
    'fatal, error, warn, info, debug, trace or silent',
    'info',
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be one of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info'),
  ),
  NODE_NAME: setting(
    'name of this node in logs',
    'the name of the machine',
    z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, hyphens or underscores')
      .default(
        hostname()
          .replace(/[^\w.-]/g, '-')
          .slice(0, 64) || 'madang',
      ),
  ),
}

export interface Settings {
  port: number
  /** Undefined listens on all interfaces, IPv6 too where there is any. */
  host: string | undefined
  /** As set by the operator; ask `publicAddress` for the one to show. */
  publicUrl: string | undefined
  dataDir: string
  redisUrl: string | undefined
  databaseUrl: string | undefined
  admin: { email: string; password: string } | undefined
  logLevel: LogLevel
  nodeName: string
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export type ConfigOutcome = { ok: true; settings: Settings } | { ok: false; mistakes: string[] }

const environment = z.object({
  PORT: table.PORT.schema,
  HOST: table.HOST.schema,
  PUBLIC_URL: table.PUBLIC_URL.schema,
  DATA_DIR: table.DATA_DIR.schema,
  REDIS_URL: table.REDIS_URL.schema,
  DATABASE_URL: table.DATABASE_URL.schema,
  ADMIN_EMAIL: table.ADMIN_EMAIL.schema,
  ADMIN_PASSWORD: table.ADMIN_PASSWORD.schema,
  LOG_LEVEL: table.LOG_LEVEL.schema,
  NODE_NAME: table.NODE_NAME.schema,
})

/** All mistakes at once, one line each: an operator should not have to start ten times to find ten of them. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): ConfigOutcome {
  // An empty variable is how compose files and shells say "not set".
  const given = Object.fromEntries(Object.keys(table).map((name) => [name, env[name] || undefined]))
  const parsed = environment.safeParse(given)
  const mistakes = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  for (const [one, other] of [['ADMIN_EMAIL', 'ADMIN_PASSWORD'] as const, ['ADMIN_PASSWORD', 'ADMIN_EMAIL'] as const]) {
    if (given[one] && !given[other]) mistakes.push(`${other} must be set too when ${one} is`)
  }
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes }
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ...rest } = parsed.data
  return {
    ok: true,
    settings: {
      port: rest.PORT,
      host: rest.HOST,
      publicUrl: rest.PUBLIC_URL,
      dataDir: resolve(rest.DATA_DIR),
      redisUrl: rest.REDIS_URL,
      databaseUrl: rest.DATABASE_URL,
      admin: email && password ? { email, password } : undefined,
      logLevel: rest.LOG_LEVEL,
      nodeName: rest.NODE_NAME,
    },
  }
}

/** The address to print and to put into QR codes. `port` is the one that listens: with PORT=0 nobody knew it before. */
export function publicAddress(settings: Pick<Settings, 'publicUrl' | 'host'>, port: number): string {
  if (settings.publicUrl) return settings.publicUrl
  const host = settings.host && !isWildcard(settings.host) ? settings.host : (lanAddress() ?? 'localhost')
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The first IPv4 address that others in the hall can reach; those of containers and virtual machines come last. */
export function lanAddress(): string | undefined {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, isVirtual: /^(docker|br-|veth|virbr|vmnet|vbox|tun|tap|cni)/i.test(name) })),
  )
  return (found.find(({ isVirtual }) => !isVirtual) ?? found[0])?.address
}

/** What `npm start -- --help` prints. */
export function helpText(): string {
  const rows = Object.entries(table).map(
    ([name, { about, shown }]) => `  ${name.padEnd(15)} ${about}\n${' '.repeat(18)}default: ${shown}`,
  )
  return [
    'Madang (마당): a district makes its plan together with its residents, live in the hall.',
    '',
    'Usage: npm start [-- --help]',
    '',
    'Settings, read from the environment:',
    ...rows,
    '',
    'Exit codes: 0 stopped on request, 1 something broke, 2 wrong configuration (one line per mistake).',
    '',
  ].join('\n')
}

function setting<S extends z.ZodType>(about: string, shown: string, schema: S) {
  return { about, shown, schema }
}

function portNumber() {
  return z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000)
}

/** Cookies, sockets and files are all served from the root: an address with a path could not work. */
function webAddress() {
  const said = 'must be an absolute http:// or https:// address without a path, like https://madang.example.kr'
  return z
    .string()
    .refine((text) => /^https?:\/\/[^/\s?#@]+\/?$/.test(text) && URL.canParse(text), said)
    .transform((text) => text.replace(/\/+$/, ''))
}

// Values of these are never repeated in a message: they hold passwords.
function url(shape: RegExp, said: string) {
  return z.string().regex(shape, `must be an address beginning with ${said}`).optional()
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
