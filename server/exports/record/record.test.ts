import readExcelFile from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { definition, material } from '../../../test/contracts/activity-data.ts'
import { hostileWords } from '../../../test/contracts/report-data.ts'
import { AgendaItem } from '../../../shared/activities/index.ts'
import { recordOf } from '../../../shared/session/record.ts'
import { beginSession } from '../../../shared/session/state.ts'
import { recordFileName, recordXlsx } from './index.ts'

const agenda = [{ id: 'a1', title: '이야기', minutes: 60, kind: 'discuss', settings: {} }].map((item) =>
  AgendaItem.parse(item),
)
const record = recordOf({ ...beginSession(definition(agenda)), material: material() })
const sheetsOf = async (of = record) =>
  Object.fromEntries(
    (await readExcelFile(await recordXlsx(of), { trim: false })).map(({ sheet, data }) => [sheet, data]),
  )

it('[EXPORT-8] the record of a session is read back sheet by sheet: transcript, codebook, quotes by theme', async () => {
  const sheets = await sheetsOf()
  expect(Object.keys(sheets)).toEqual([
    '진행순서',
    '의제',
    '주관식 답',
    '처리 기록',
    '원인',
    '발언록',
    '코드북',
    '주제별 발언',
    '의제 확인',
  ])
  expect(sheets['발언록']).toHaveLength(3)
  expect(sheets['처리 기록']![1]!.slice(1)).toEqual(['진행자', 'i10', '10번 의제', '공개', '되돌림', '내용 불분명'])
  expect(sheets['원인']!.length).toBeGreaterThan(1)
  expect(sheets['코드북']![1]).toEqual(['판로', '함께 팔기', '팔 곳과 파는 길', 1])
  expect(sheets['주제별 발언']![1]!.slice(0, 4)).toEqual(['함께 팔기', 1, 1, '판로'])
  expect(recordFileName(record)).toMatch(/^회의 기록 - .+\.xlsx$/)
})

it('[EXPORT-8] a session in which nothing was said has only what it has', async () => {
  const bare = recordOf(beginSession(definition(agenda)))
  expect(Object.keys(await sheetsOf(bare))).toEqual(['진행순서'])
})

it('[EXPORT-1] hostile words stay text', async () => {
  const transcript = hostileWords.map((text, n) => ({ ...record.transcript[0]!, id: `n${n + 1}`, text }))
  const rows = (await sheetsOf({ ...record, transcript }))['발언록']!.slice(1)
  expect(rows.map((row) => String(row[4]))).toEqual(hostileWords)
})
