import writeExcelFile from 'write-excel-file/node'
import { linesByTheme } from '../../../shared/activities/coding/quotes.ts'
import { codesOf, codingFrom } from '../../../shared/activities/coding/code.ts'
import { activityKinds } from '../../../shared/activities/index.ts'
import { common as words } from '../../../shared/i18n/ko/common.ts'
import type { SessionRecord } from '../../../shared/session/record.ts'
import { count, moment, text, type Column } from '../columns.ts'
import { safeTitle } from '../report.ts'
import { table } from '../xlsx/table.ts'

/* The record of a session as a spreadsheet. Korean in every language of the interface: a paper of the office. */

type Run = SessionRecord['run'][number]
type Issue = SessionRecord['issues'][number]
type Line = SessionRecord['transcript'][number]

const questionKinds = {
  opening: '시작 질문',
  introductory: '도입 질문',
  transition: '전환 질문',
  key: '핵심 질문',
  ending: '마무리 질문',
} as const
const tones = { agree: '찬성', oppose: '반대', neutral: '' } as const
const speakers: Record<string, string> = { moderator: '사회자', other: '누군지 모름', phone: '휴대폰' }
const speakerOf = (speaker: string): string => speakers[speaker] ?? `참여자 ${speaker}`
const when = (at: number | null) => moment(at === null ? null : new Date(at).toISOString())
const yes = (is: boolean): string => (is ? '예' : '')

const statuses = { shown: '공개', waiting: '확인 전', returned: '되돌림', hidden: '가림' } as const

const runColumns: readonly Column<Run>[] = [
  { header: '활동', width: 44, cell: ({ title }) => text(title) },
  { header: '종류', width: 18, cell: ({ kind }) => text(activityKinds[kind].texts.name.ko) },
  { header: '예정 시간(분)', width: 14, cell: ({ minutes }) => count(minutes) },
  { header: '시작', width: 18, cell: ({ openedAt }) => when(openedAt) },
  { header: '끝', width: 18, cell: ({ closedAt }) => when(closedAt) },
]

const issueColumns: readonly Column<Issue>[] = [
  { header: '번호', width: 8, cell: ({ id }) => text(id) },
  { header: '의제', width: 48, cell: ({ title }) => text(title) },
  { header: '적은 그대로', width: 48, cell: (issue) => text(issue.text) },
  { header: '자세한 내용', width: 40, cell: ({ detail }) => text(detail) },
  { header: '분야', width: 22, cell: ({ field }) => text(field ?? '') },
  { header: '합쳐진 의제', width: 12, cell: ({ mergedInto }) => text(mergedInto ?? '') },
  { header: '묶음', width: 22, cell: ({ group }) => text(group ?? '') },
  { header: '조', width: 6, cell: ({ table }) => (table === null ? text('') : count(table)) },
  { header: '함께하는 사람', width: 14, cell: ({ supports }) => count(supports) },
  { header: '상태', width: 10, cell: ({ status }) => text(statuses[status]) },
]

const lineColumns: readonly Column<Line>[] = [
  { header: '시각', width: 18, cell: ({ at }) => moment(new Date(at).toISOString()) },
  { header: '질문', width: 36, cell: ({ questionText }) => text(questionText) },
  { header: '구분', width: 12, cell: ({ questionKind }) => text(questionKind ? questionKinds[questionKind] : '') },
  { header: '발언자', width: 12, cell: ({ speaker }) => text(speakerOf(speaker)) },
  { header: '발언', width: 64, cell: (line) => text(line.text) },
  { header: '입장', width: 8, cell: ({ tone }) => text(tones[tone]) },
  { header: '인용', width: 8, cell: ({ isQuote }) => text(yes(isQuote)) },
]

type Response = SessionRecord['responses'][number] & { question: string }
const responseColumns: readonly Column<Response>[] = [
  { header: '질문', width: 40, cell: ({ question }) => text(question) },
  { header: '답', width: 64, cell: (response) => text(response.text) },
  { header: '가림', width: 8, cell: ({ hidden }) => text(yes(hidden !== null)) },
]

type Moderated = SessionRecord['moderation'][number]
const moderationColumns: readonly Column<Moderated>[] = [
  { header: '시각', width: 18, cell: ({ at }) => when(at) },
  { header: '처리한 사람', width: 16, cell: ({ by }) => text(by) },
  { header: '의제', width: 10, cell: ({ issue }) => text(issue) },
  { header: '그때의 글', width: 48, cell: (entry) => text(entry.text) },
  { header: '전', width: 10, cell: ({ before }) => text(statuses[before]) },
  { header: '뒤', width: 10, cell: ({ after }) => text(statuses[after]) },
  { header: '까닭', width: 24, cell: ({ reason }) => text(reason === null ? '' : words[`hideReason.${reason}`]) },
]

type FoundCause = SessionRecord['causes'][number]
const causeColumns: readonly Column<FoundCause>[] = [
  { header: '번호', width: 8, cell: ({ id }) => text(id) },
  { header: '원인', width: 60, cell: (cause) => text(cause.text) },
  { header: '설명하는 의제·원인', width: 24, cell: ({ parents }) => text(parents.join(', ')) },
  { header: '고름', width: 8, cell: ({ chosen }) => text(yes(chosen)) },
]

interface CodeRow {
  name: string
  theme: string
  definition: string
  lines: number
}
const codeColumns: readonly Column<CodeRow>[] = [
  { header: '코드', width: 24, cell: ({ name }) => text(name) },
  { header: '주제', width: 24, cell: ({ theme }) => text(theme) },
  { header: '뜻', width: 60, cell: ({ definition }) => text(definition) },
  { header: '발언 수', width: 10, cell: ({ lines }) => count(lines) },
]

interface QuoteRow {
  theme: string
  speakers: number
  lines: number
  codes: string
  line: Line
}
const quoteColumns: readonly Column<QuoteRow>[] = [
  { header: '주제', width: 24, cell: ({ theme }) => text(theme) },
  { header: '말한 사람 수', width: 13, cell: ({ speakers }) => count(speakers) },
  { header: '발언 수', width: 10, cell: ({ lines }) => count(lines) },
  { header: '코드', width: 24, cell: ({ codes }) => text(codes) },
  { header: '발언자', width: 12, cell: ({ line }) => text(speakerOf(line.speaker)) },
  { header: '발언', width: 64, cell: ({ line }) => text(line.text) },
  { header: '질문', width: 36, cell: ({ line }) => text(line.questionText) },
]

type Candidate = SessionRecord['candidates'][number]
const candidateColumns: readonly Column<Candidate>[] = [
  { header: '의제 후보', width: 48, cell: ({ title }) => text(title) },
  { header: '근거 발언 수', width: 13, cell: ({ notes }) => count(notes.length) },
  { header: '맞음', width: 8, cell: ({ right }) => count(right) },
  { header: '조금 다름', width: 11, cell: ({ partly }) => count(partly) },
  { header: '아님', width: 8, cell: ({ wrong }) => count(wrong) },
  { header: '고칠 말', width: 60, cell: ({ corrections }) => text(corrections.join('\n')) },
]

/** `회의 기록 - <title>.xlsx` */
export const recordFileName = ({ session }: SessionRecord): string => `회의 기록 - ${safeTitle(session.title)}.xlsx`

/** The sheets that the session has something for: run of show, issues, responses, transcript, codebook, quotes, candidates. */
export function recordXlsx(record: SessionRecord): Promise<Buffer> {
  const { run, issues, transcript, candidates } = record
  const sheets = [
    table('진행순서', runColumns, run),
    ...(issues.length > 0 ? [table('의제', issueColumns, issues)] : []),
    ...(record.responses.length > 0 ? [table('주관식 답', responseColumns, responseRows(record))] : []),
    ...(record.moderation.length > 0 ? [table('처리 기록', moderationColumns, record.moderation)] : []),
    ...(record.causes.length > 0 ? [table('원인', causeColumns, record.causes)] : []),
    ...(transcript.length > 0 ? [table('발언록', lineColumns, transcript)] : []),
    ...(record.codes.length > 0 ? [table('코드북', codeColumns, codeRows(record))] : []),
    ...(record.tags.length > 0 ? [table('주제별 발언', quoteColumns, quoteRows(record))] : []),
    ...(candidates.length > 0 ? [table('의제 확인', candidateColumns, candidates)] : []),
  ]
  return writeExcelFile(sheets, { fontFamily: '맑은 고딕', fontSize: 11 }).toBuffer()
}

const responseRows = ({ responses, run }: SessionRecord): Response[] =>
  responses.map((one) => ({ ...one, question: run.find(({ id }) => id === one.activity)?.title ?? '' }))

const codeRows = (record: SessionRecord): CodeRow[] =>
  record.codes.map(({ id, name, definition, theme }) => ({
    name,
    definition,
    theme: record.themes.find((one) => one.id === theme)?.name ?? '',
    lines: new Set(record.tags.filter(({ codes }) => codes.includes(id)).map(({ note }) => note)).size,
  }))

function quoteRows(record: SessionRecord): QuoteRow[] {
  const lines = new Map(record.transcript.map((line) => [line.id, line]))
  const coding = codingFrom({
    ...record,
    tags: record.tags.map(({ coder, ...tag }) => ({ ...tag, by: String(coder) })),
  })
  return linesByTheme(coding, record.transcript).flatMap(({ theme, codes, speakers, lines: own }) =>
    own.map(({ id }) => ({
      theme: theme?.name ?? '',
      speakers,
      lines: own.length,
      codes: codes
        .filter((code) => codesOf(coding, id).includes(code.id))
        .map(({ name }) => name)
        .join(', '),
      line: lines.get(id)!,
    })),
  )
}
