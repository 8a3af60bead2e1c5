import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Log } from '../log.ts'

/** A command and what goes before Redis' own arguments. */
export type RedisProgram = readonly [command: string, ...before: string[]]

const run = promisify(execFile)
const names = ['redis-server', 'valkey-server'] as const
const packages = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1', 'libatomic1']

const ways = [
  'No Redis: install redis-server or valkey-server (apt, dnf, brew …),',
  'or set REDIS_URL to an existing one, or run Madang with a Redis container beside it.',
].join(' ')

/** Nothing that a second attempt would mend: somebody has to decide which way to go. */
export class NoRedis extends Error {}

/** The ladder: on the path, in our cache, installed by root, fetched into the cache. Else stop, and name the ways. */
export async function findRedis(cacheDir: string, log: Log): Promise<RedisProgram> {
  const found = (await onPath()) ?? (await inCache(cacheDir))
  if (found) return found
  if (!isDebianLike()) throw new NoRedis(ways)
  try {
    return userInfo().uid === 0 ? await install(log) : await fetchInto(cacheDir, log)
  } catch (error) {
    throw new NoRedis(`${ways} (tried: ${error instanceof Error ? error.message.split('\n')[0] : String(error)})`)
  }
}

async function onPath(): Promise<RedisProgram | undefined> {
  for (const name of names) if (await works([name])) return [name]
  return undefined
}

export async function inCache(cacheDir: string): Promise<RedisProgram | undefined> {
  const program = cached(cacheDir)
  return program && (await works(program)) ? program : undefined
}

async function install(log: Log): Promise<RedisProgram> {
  log.info('no Redis here: installing the package redis-server with apt-get')
  const env = ['DEBIAN_FRONTEND=noninteractive', 'apt-get']
  await run('env', [...env, 'update'], { timeout: 120_000 })
  await run('env', [...env, 'install', '-y', '--no-install-recommends', 'redis-server'], { timeout: 300_000 })
  const program = await onPath()
  if (!program) throw new Error('the package redis-server was installed, but redis-server does not run')
  return program
}

/** For those who may not install: the packages of the distribution, with its fixes, unpacked beside the data. */
export async function fetchInto(cacheDir: string, log: Log): Promise<RedisProgram> {
  log.info(`no Redis here: fetching the packages of redis-server with apt-get into ${cacheDir}`)
  const draft = `${cacheDir}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  try {
    await run('apt-get', ['download', ...packages], { cwd: draft, timeout: 120_000 })
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg-deb', ['-x', join(draft, file), join(draft, 'root')])
      rmSync(join(draft, file))
    }
    rmSync(cacheDir, { recursive: true, force: true })
    renameSync(draft, cacheDir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  const program = await inCache(cacheDir)
  if (!program) throw new Error('the packages were fetched, but redis-server does not run')
  return program
}

function cached(cacheDir: string): RedisProgram | undefined {
  const lib = join(cacheDir, 'root/usr/lib')
  try {
    const folders = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const libraries = folders.map(({ name }) => join(lib, name)).join(':')
    return ['env', `LD_LIBRARY_PATH=${libraries}`, join(cacheDir, 'root/usr/bin/redis-server')]
  } catch {
    return undefined
  }
}

async function works([command, ...before]: RedisProgram): Promise<boolean> {
  return run(command, [...before, '--version'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  )
}

function isDebianLike(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
