/** Text as a file, for whoever takes it along; with the mark that Windows programs know UTF-8 by. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text.replaceAll('\n', '\r\n')], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
