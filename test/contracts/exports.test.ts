import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { exporters, type ExportFormat } from '../../server/exports/index.ts'
import { readCsv } from './read-csv.ts'
import { hostileWords, taskReport } from './report-data.ts'

const formats = Object.keys(exporters) as ExportFormat[]
const report = taskReport()

/* What is true of every format: each is read back by a reader that does not know how it was written. */
const readers: Record<ExportFormat, (file: Buffer) => Promise<unknown[][]>> = {
  xlsx: async (file) => (await readExcelFile(file, { trim: false }))[0]?.data ?? [],
  csv: (file) => Promise.resolve(readCsv(file.toString('utf8').slice(1))),
}
const table = async (format: ExportFormat, of = report) => readers[format](await exporters[format].render(of))

/** The rows below the header that begins with 순위, as records. */
function taskRecords(rows: unknown[][]): Record<string, unknown>[] {
  const at = rows.findIndex((row) => row[0] === '순위')
  const header = rows[at] as string[]
  return rows.slice(at + 1).map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}

describe.each(formats)('export as %s', (format) => {
  const exporter = exporters[format]

  it('names itself in both languages, and its file in Korean without a character that a file system refuses', () => {
    expect(exporter.texts.name.ko).not.toBe('')
    expect(exporter.texts.name.en).not.toBe('')
    const title = '../a\\b:c*?"<>|\u0000\u202e계획\n' + '긴'.repeat(200)
    for (const each of [report, { ...report, plan: { ...report.plan, title } }]) {
      const name = exporter.fileName(each)
      expect(name).toMatch(new RegExp(`^우선과제 목록 - .+ - 2016-08-31\\.${format}$`))
      expect(name).not.toMatch(/[\\/:*?"<>|\p{C}]/u)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    }
  })

  it('[EXPORT-3] writes every entry with its field, decision, reason, figures and check number', async () => {
    const records = taskRecords(await table(format))
    expect(records).toHaveLength(report.tasks.length)
    expect(records[0]).toMatchObject({
      과제명: '상설 판매장을 마련함',
      분야: '사회적경제조직의 발굴·육성',
      결정: '채택',
      이유: '예산이 확보됨',
      '근거 회의': '의제발굴 워크숍',
      '결과 확인값': 'a'.repeat(12),
    })
    const decisions = records.map((record) => record['결정'])
    expect(decisions).toEqual(expect.arrayContaining(['제안', '보류', '불채택']))
  })

  it('[EXPORT-4] shows ties as ties', async () => {
    const ranks = taskRecords(await table(format)).map((record) => [Number(record['순위']), record['동점'] || ''])
    expect(ranks.slice(0, 4)).toEqual([
      [1, ''],
      [2, '동점'],
      [2, '동점'],
      [4, ''],
    ])
  })

  it('[EXPORT-1] hostile words stay text', async () => {
    const titles = taskRecords(await table(format)).map((record) => record['과제명'])
    for (const words of hostileWords) {
      const shown = titles.find((title) => String(title).replaceAll("'", '') === words)
      expect(shown, words).toBeTypeOf('string')
    }
  })

  it('is a file also for an empty list', async () => {
    const rows = await table(format, { ...report, tasks: [] })
    expect(taskRecords(rows)).toEqual([])
    expect(rows.flat()).toContain('과제명')
  })
})

describe('the spreadsheet', () => {
  const file = () => exporters.xlsx.render(report)
  const parts = async () =>
    Object.entries(unzipSync(new Uint8Array(await file()))).map(([path, bytes]) => ({ path, xml: strFromU8(bytes) }))
  const part = async (wanted: string) => (await parts()).find(({ path }) => path === wanted)?.xml ?? ''
  const sheets = async () => new Map((await readExcelFile(await file())).map(({ sheet, data }) => [sheet, data]))

  it('[EXPORT-5] has Korean sheet names', async () => {
    expect([...(await sheets()).keys()]).toEqual(['우선과제 목록', '근거', '주민 원문'])
  })

  it('[EXPORT-5] keeps numbers as numbers, shares as percent, and moments as dates of Seoul', async () => {
    const book = await sheets()
    const [task] = taskRecords(book.get('우선과제 목록') ?? [])
    expect(task).toMatchObject({
      순위: 1,
      '집계 항목': '스티커',
      집계값: 31,
      '집계값 비율': 0.25,
      '투표자 비율': 0.62,
    })
    expect(task).toMatchObject({ '합쳐진 의제 수': 3 })
    const [header = [], evidence = []] = book.get('근거') ?? []
    expect(evidence[header.indexOf('일시')]).toEqual(new Date('2016-04-21T19:00:00Z'))
    expect(evidence[header.indexOf('규칙')]).toContain('스티커 3개까지')
    expect(await part('xl/styles.xml')).toContain('formatCode="0.0%"')
  })

  it('[EXPORT-5] writes a parameter out, whatever it is made of', async () => {
    const [task] = report.tasks
    const before = { i1: { n: 10, median: 3.5 } }
    const parameters = { min: 1, criteria: ['시급', '효과'], costs: { i1: 500 }, before }
    const evidence = [{ ...task!.evidence[0]!, parameters }]
    const written = await exporters.xlsx.render({ ...report, tasks: [{ ...task!, evidence }] })
    const [, sheet] = await readExcelFile(written)
    const [header = [], row = []] = sheet!.data
    expect(row[header.indexOf('매개변수')]).toBe(
      'min: 1, criteria: 시급,효과, costs: {i1: 500}, before: {i1: {n: 10, median: 3.5}}',
    )
  })

  it.each([
    [1, 6],
    [2, 1],
    [3, 1],
  ])('[EXPORT-5] sheet %i: the first %i rows stay, columns have widths', async (sheet, rows) => {
    const xml = await part(`xl/worksheets/sheet${sheet}.xml`)
    expect(xml).toMatch(new RegExp(`<pane [^>]*ySplit="${rows}"[^>]*state="frozen"`))
    expect(xml).toMatch(/<col [^>]*width="\d+/)
  })

  it('[EXPORT-1] has no formula, no outside reference and no character that XML forbids', async () => {
    for (const { path, xml } of await parts()) {
      if (path.startsWith('xl/worksheets/')) expect(xml, path).not.toMatch(/<f[ >]/)
      expect(xml, path).not.toContain('TargetMode="External"')
      expect(
        [...xml].filter((letter) => letter < ' ' && !'\t\n\r'.includes(letter)),
        path,
      ).toEqual([])
    }
  })

  it('[EXPORT-6] keeps what residents wrote in their own words, once each', async () => {
    const [header, ...rows] = (await sheets()).get('주민 원문') ?? []
    expect(header).toContain('주민이 쓴 글')
    const own = rows.filter(([title]) => title === '상설 판매장을 마련함').map(([, words]) => words)
    expect(own).toEqual(['팔 데가 없어요', '매장이 있었으면', '상설 매장 필요'])
  })

  it('stands under the title, the period and the department of the plan, and the day of the export', async () => {
    const top = ((await sheets()).get('우선과제 목록') ?? []).slice(0, 4).flat()
    expect(top).toContain('강북구 사회적경제 활성화계획 지역우선과제 목록')
    expect(top).toContain('2016~2019년')
    expect(top).toContain('강북구 일자리지원과')
    expect(top).toContainEqual(new Date('2016-08-31T00:00:00Z'))
  })
})

describe('CSV', () => {
  it('[EXPORT-7] begins with a BOM, ends its lines as Windows does, and leaves numbers bare', async () => {
    const file = (await exporters.csv.render(report)).toString('utf8')
    expect(file.charCodeAt(0)).toBe(0xfeff)
    expect(file).toMatch(/\r\n1,,상설 판매장을 마련함,/)
    expect(file).toContain(',31,0.25,0.62,투표자,3,')
  })
})
