import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../../../test/harness/services.ts'
import { ballotPapers, tallySheet, type BallotPaper } from './ballot-papers.ts'
import { ticketCards } from './ticket-cards.ts'

const font = readFileSync(join(import.meta.dirname, 'PretendardGOV-Regular.otf'))

/** A document as a reader that we did not write sees it: its words, page by page, and its pages as pictures. */
function read(pdf: Buffer): { pages: string[]; picture: (page: number) => PNG } {
  const folder = tempFolder('')
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return {
    pages: words.split('\f').slice(0, -1),
    picture: (page) => {
      execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', String(page), file, join(folder, 'page')])
      return PNG.sync.read(readFileSync(join(folder, 'page.png')))
    },
  }
}

const tickets = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    code: `K7MPQ3XWR${String.fromCharCode(65 + i)}T`,
    url: `http://192.168.0.12:3000/t/K7MPQ3XWR${i}`,
  }))
const cards = {
  planTitle: '강북구 사회적경제 활성화계획 (2016~2019)',
  title: '강북구 사회적경제 의제발굴 워크숍',
  when: '2016년 4월 21일(목) 19:00 · 강북구 사회적경제통합지원센터 회의실',
}

const paper: BallotPaper = {
  planTitle: '강북구 사회적경제 활성화계획',
  sessionTitle: '의제발굴 워크숍',
  question: '우리 동네에 가장 필요한 일을 3개 골라 주세요',
  rule: '이 자리에 들어온 사람은 한 사람에 한 장씩 투표합니다. 한 사람이 스티커 3개를 붙입니다. 한 의제에는 하나만 붙입니다. 많이 받은 순서로 순위를 정하고, 수가 같으면 같은 순위입니다.',
  items: [
    '사회적경제 기업의 물건을 함께 파는 상설 판매장을 만들어 주세요',
    '청년 일자리 연결',
    '돌봄 협동조합을 키우기 위한 교육과 공간이 필요합니다. 지금은 흩어져 있어서 서로 만나기도 어렵고 배우기도 어렵습니다',
    '마을기업 홍보',
  ],
  marks: { kind: 'cross' },
}
const long = { ...paper, items: Array.from({ length: 30 }, (_, n) => `${n}번째 의제: ${paper.items[n % 4]!}`) }

describe('[PAPER-1] ticket cards', () => {
  it('stand eight to a page, each with its own code in letters and in a QR code that leads to it', async () => {
    const { pages, picture } = read(await ticketCards({ ...cards, tickets: tickets(17) }, font))
    expect(pages).toHaveLength(3)
    expect(pages[0]!.match(/참여 번호/g)).toHaveLength(8)
    expect(pages[2]).toContain('K7MPQ3')
    expect(pages[0]).toContain(cards.title)
    const { data, width, height } = picture(3)
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe('http://192.168.0.12:3000/t/K7MPQ3XWR16')
  })

  it('are a page without cards where there are no tickets', async () => {
    expect(read(await ticketCards({ ...cards, tickets: [] }, font)).pages).toHaveLength(1)
  })
})

describe('[PAPER-2] ballot papers', () => {
  it('say the question, the rule and every item, two to a page where they are short', async () => {
    const { pages } = read(await ballotPapers(paper, 3, font))
    expect(pages).toHaveLength(2)
    const plain = pages[0]!.replace(/\s+/g, ' ')
    for (const words of [paper.question, '1. 사회적경제', '4. 마을기업 홍보', '법에 따른 선거가 아닙니다']) {
      expect(plain.split(words), words).toHaveLength(3)
    }
    expect(pages[1]!.split(paper.question)).toHaveLength(2)
  })

  it('go on over pages where there are many items, and leave none out', async () => {
    const { pages } = read(await ballotPapers({ ...long, marks: { kind: 'sides' } }, 1, font))
    expect(pages.length).toBeGreaterThan(1)
    const words = pages.join(' ')
    for (let n = 0; n < 30; n += 1) expect(words).toContain(`${n + 1}. ${n}번째 의제`)
    expect(words.match(/찬성/g)).toHaveLength(30)
  })

  it('have no number: two papers of one vote are the same', async () => {
    const { pages } = read(await ballotPapers(long, 2, font))
    expect(pages.slice(0, pages.length / 2)).toEqual(pages.slice(pages.length / 2))
  })

  it('part Korean between words, and cut a word only where a line is too short for it', async () => {
    const word = '힣'.repeat(120)
    const words = read(await ballotPapers({ ...paper, items: [word, '아주 짧은 의제'] }, 1, font)).pages.join('')
    expect(words.match(/힣/g)).toHaveLength(120)
    expect(words).toContain('아주 짧은 의제')
  })
})

it('[PAPER-3] the tally sheet has a line for every item, and for blank, void and all papers', async () => {
  const words = read(await tallySheet({ ...long, marks: { kind: 'sides' } }, font)).pages.join(' ')
  for (let n = 0; n < 30; n += 1) expect(words.split(`${n + 1}. ${n}번째`)).toHaveLength(3)
  for (const row of ['표시가 없는 표', '셀 수 없는 표', '모든 표', '센 사람']) expect(words).toContain(row)
})
