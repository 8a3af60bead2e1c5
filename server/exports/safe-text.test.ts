import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asPlainText, asXmlText } from './safe-text.ts'

describe('asPlainText', () => {
  it.each([
    '=1+1',
    '+8210-1234-5678',
    '-1',
    '@SUM(A1:A9)',
    ' =1+1',
    '\u3000=1+1',
    '\u00a0\u00a0+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\u3164=1+1',
    ' ＝cmd|calc',
    '＋1',
    '－1',
    '＠x',
    '\t@x',
    '\tplain',
    '\rplain',
    '\nplain',
    'a\n=HYPERLINK("http://example.org")',
    'a\r\n  ＝1',
    'a\r+1',
    'a\u2028=1',
    'a\n\n-1',
  ])('[EXPORT-1] %j gets an apostrophe', (hostile) => {
    expect(asPlainText(hostile)).toMatch(/^'/)
  })

  it('[EXPORT-1] guards a line inside a cell too', () => {
    expect(asPlainText('첫째 줄\n=1+1\n셋째 줄')).toBe("'첫째 줄\n'=1+1\n셋째 줄")
  })

  it.each(['판로가 없습니다', '3+4 사업', 'a=b', '2016-2019', '4·19 묘지', '', "'=1", '첫째\n둘째', '청년@강북'])(
    'leaves %j as it is',
    (harmless) => {
      expect(asPlainText(harmless)).toBe(harmless)
    },
  )

  it('[EXPORT-1] leaves no line that begins like a formula, whatever the text, and takes nothing away', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\n', '\r', ' ', 'a', '가', "'"),
    })
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = asPlainText(text)
        for (const line of safe.split(/[\r\n]/)) expect(line.normalize('NFKC').trim()).not.toMatch(/^[=+\-@]/)
        expect(safe).not.toMatch(/^[\t\r\n]/)
        expect(safe.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('asXmlText', () => {
  it('[EXPORT-2] drops what XML 1.0 forbids and keeps the rest', () => {
    expect(asXmlText('a\u0000b\u0008c\u001fd\ufffee\uffff')).toBe('abcde')
    expect(asXmlText('줄\n바꿈\t탭 😀 <b>&')).toBe('줄\n바꿈\t탭 😀 <b>&')
    expect(asXmlText('반쪽 \ud800 끝')).toBe('반쪽  끝')
  })
})
