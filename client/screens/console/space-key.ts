/** Whether a key pressed here belongs to nobody else: not typed, not pressing a button, not inside a dialog. */
export function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  if (document.querySelector('dialog[open]')) return false
  return target.closest('input, textarea, select, button, a, summary, [contenteditable], [role="menu"]') === null
}
