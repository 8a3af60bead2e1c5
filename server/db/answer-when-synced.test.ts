import { PGlite, protocol } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { tempFolder } from '../../test/harness/services.ts'
import { answerWhenSynced } from './answer-when-synced.ts'
import { SyncedFS } from './synced-fs.ts'

class WatchedFS extends SyncedFS {
  happened: string[] = []

  override async syncToFs() {
    await super.syncToFs()
    this.happened.push('synced')
  }

  override syncAll() {
    super.syncAll()
    this.happened.push('synced all')
  }
}

it('[DB-10] the answer is given when what it stands for is on disk, not before', async () => {
  const files = new WatchedFS(tempFolder())
  const db = await PGlite.create({ fs: files })
  answerWhenSynced(db, files, () => undefined)
  for (const statement of ['create table t (n int)', 'insert into t values (1)', 'checkpoint']) {
    files.happened.length = 0
    const message = protocol.serialize.query(statement)
    await db.execProtocolRawStream(message, { onRawData: () => files.happened.push('answered') })
    const answered = files.happened.indexOf('answered')
    expect(answered).toBeGreaterThan(0)
    expect(files.happened.slice(0, answered)).toContain('synced')
    expect(files.happened.slice(answered)).not.toContain('synced')
    expect(files.happened.includes('synced all')).toBe(statement === 'checkpoint')
  }
  await db.close()
})
