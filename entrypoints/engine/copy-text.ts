/**
 * Copies text to the clipboard, in a user gesture. Pages over plain HTTP have no clipboard API, and
 * a frame's policy may forbid it: then the old copy command carries the text. Rejects when neither
 * is allowed.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    if (!copyByCommand(text)) throw new Error('copying is not allowed here')
  }
}

function copyByCommand(text: string): boolean {
  let copied = false
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    copied = true
  }
  document.addEventListener('copy', fill, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  return copied
}
