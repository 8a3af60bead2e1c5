/** Where the focus goes in a row or column of items when a key is pressed; undefined when the key is not ours. */
export function rovingIndex(key: string, index: number, count: number, isRtl = false): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case isRtl ? 'ArrowLeft' : 'ArrowRight':
      return (index + 1) % count
    case 'ArrowUp':
    case isRtl ? 'ArrowRight' : 'ArrowLeft':
      return (index - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
  }
}

export function isRtl(el: Element) {
  return getComputedStyle(el).direction === 'rtl'
}
