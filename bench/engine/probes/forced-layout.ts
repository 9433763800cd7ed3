/** What the engine must never do: asks for the place of something that has just changed. */
export function start(): number {
  const [line] = document.querySelectorAll('p')
  if (!line) throw new Error('the page has no line')
  line.style.width = '50px'
  return line.offsetHeight
}
