/* White space of every kind, and what looks like nothing: some readers skip it before they look for a formula. */
const LEADING_NOTHING = /^[\s\p{Z}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]+/u
const STARTS_LIKE_A_FORMULA = /^[=+\-@]/
const STARTS_WITH_A_BREAK = /^[\t\r\n]/
const LINE_BREAK = /(\r\n|[\r\n\u0085\u2028\u2029])/

const isDangerous = (line: string): boolean =>
  STARTS_WITH_A_BREAK.test(line) || STARTS_LIKE_A_FORMULA.test(line.normalize('NFKC').replace(LEADING_NOTHING, ''))

/**
 * Text for a cell of a file without cell types (CSV): words that a spreadsheet would take for a formula get an
 * apostrophe in front. So does the whole cell when a line inside it begins like one, and that line as well, for a reader
 * that splits cells at line breaks.
 */
export function asPlainText(text: string): string {
  const [first = '', ...rest] = text.split(LINE_BREAK)
  const guarded = rest.map((part, i) => (i % 2 === 1 && isDangerous(part) ? `'${part}` : part))
  const isWhole = isDangerous(first) || isDangerous(text) || guarded.some((part, i) => part !== rest[i])
  return `${isWhole ? "'" : ''}${first}${guarded.join('')}`
}

/* Everything that XML 1.0 has no way to say, and the two noncharacters that no editor accepts. */
const FORBIDDEN_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text for an XML file: without the characters that XML 1.0 forbids, control characters and halves of surrogates. */
export const asXmlText = (text: string): string => text.replace(FORBIDDEN_IN_XML, '')
