import type { SealedResult } from '../results/seal.ts'

export interface About {
  result: SealedResult
  digest: string
  /** with the single ballots */
  isWhole: boolean
  /** name of the file with the ballots for other programs */
  ballots: string | null
}

/** What is in a package and how to count it again, in Korean and in English. */
export function readme({ result, digest, isWhole, ballots }: About): string {
  const { session, activity, method, accepted, rejected } = result
  const options = Object.entries(result.options).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  const lines = [
    '재검표 꾸러미',
    '============',
    '',
    `${session.title} / ${activity.title}`,
    `투표지 ${accepted + rejected}장 (집계 ${accepted}, 무효 ${rejected})`,
    `방법: ${method} (${options.join(', ')})`,
    `결과 확인값: ${digest}`,
    `회의록에 적힌 확인값은 앞 12자리입니다: ${digest.slice(0, 12)}`,
    '',
    '들어 있는 파일',
    isWhole
      ? '- result.json: 확정된 결과. 투표지가 모두 들어 있으며, 이 파일의 SHA-256이 결과 확인값입니다.'
      : '- result-published.json: 공개하는 결과. 긴 순위나 적은 수의 투표지는 누구의 것인지 드러날 수 있어 투표지 하나하나는 감사자에게만 제공합니다. 대신 둘씩 견준 수(pairwise)와 순위별 수(rankCounts)가 있습니다.',
    '- digest.txt: 결과 확인값 (sha256sum 형식)',
    '- rule-card.txt: 투표 전에 보여 준 규칙',
    ...(ballots ? [`- ${ballots}: 다른 프로그램에서 읽을 수 있는 투표지`] : []),
    '',
    '다시 세는 방법',
    ...(isWhole
      ? [
          '1. 확인값: sha256sum -c digest.txt',
          '2. 마당에서: npm run -s recount -- result.json (또는 이 ZIP 파일 그대로)',
          '3. 브라우저에서: 마당의 /recount 화면에 이 ZIP 파일을 놓으면 서버 없이 다시 셉니다.',
          ...(ballots ? [`4. 다른 프로그램에서: ${ballots}`] : []),
        ]
      : [
          '표 전체의 확인값은 감사자가 받은 꾸러미로 확인합니다.',
          '브라우저에서: 마당의 /recount 화면에 이 ZIP 파일을 놓습니다.',
        ]),
    '투표지 순서는 글자 순서이며 낸 순서가 아닙니다. 이름, 시각, 기기 정보는 없습니다.',
    '',
    '',
    'Recount package',
    '===============',
    '',
    `${session.title} / ${activity.title}`,
    `${accepted + rejected} ballots (${accepted} counted, ${rejected} refused)`,
    `Method: ${method} (${options.join(', ')})`,
    `Digest: ${digest}`,
    `The minutes have its first 12 characters: ${digest.slice(0, 12)}`,
    '',
    'Files',
    isWhole
      ? '- result.json: the sealed result with all ballots; its SHA-256 is the digest.'
      : '- result-published.json: what is public. Long orders, or few ballots, could tell whose they are: single ballots go to auditors only. Here are how often each item was put before each other (pairwise) and on each rank (rankCounts) instead.',
    '- digest.txt: the digest, as sha256sum writes it',
    '- rule-card.txt: the rule as it was shown before the vote',
    ...(ballots ? [`- ${ballots}: the ballots for other programs`] : []),
    '',
    'Count it again',
    ...(isWhole
      ? [
          '1. The digest: sha256sum -c digest.txt',
          '2. With Madang: npm run -s recount -- result.json (or this ZIP file as it is)',
          '3. In a browser: drop this ZIP file on the page /recount; it counts without the server.',
          ...(ballots ? [`4. With another program: ${ballots}`] : []),
        ]
      : [
          `The digest is checked by auditors, with the package that has the ballots.`,
          `In a browser: drop this ZIP file on the page /recount.`,
        ]),
    'Ballots stand in the order of their text, not of arrival. There are no names, times or devices.',
    '',
  ]
  return lines.join('\n')
}
