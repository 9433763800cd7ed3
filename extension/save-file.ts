/** Has the browser save a text as a file, in a user gesture. It asks nobody and sends nothing. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Firefox reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
