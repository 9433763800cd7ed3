// Tells the page's own scripts (that is, the test) what stands in the card's closed shadow root.
// It lives in the page's isolated world beside the extension under test and changes nothing there.
const HOST = 'source-context-card'
const history = []
let openedAt = Infinity

const rootOf = (host) =>
  host.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host) ?? null

const boxOf = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}

// What is folded away has no rendered text, but it has text.
const textOf = (element) => (element.innerText || element.textContent || '').trim()

const describe = (element, active) => ({
  tag: element.localName,
  classes: [...element.classList],
  role: element.getAttribute('role') ?? '',
  name: element.getAttribute('aria-label') ?? textOf(element),
  text: textOf(element),
  pressed: element.getAttribute('aria-pressed') ?? '',
  box: boxOf(element),
  focused: element === active,
})

const readCard = () => {
  const host = document.querySelector(HOST)
  const root = host && rootOf(host)
  const card = root?.querySelector('.card')
  if (!card || !host.matches(':popover-open')) return null
  const elements = [...card.querySelectorAll('*')].map((it) => describe(it, root.activeElement))
  const style = getComputedStyle(card)
  return {
    text: card.innerText.trim(),
    box: boxOf(card),
    colour: style.color,
    background: style.backgroundColor,
    age: performance.now() - openedAt,
    still: root.getAnimations().every((it) => it.playState === 'finished'),
    elements,
  }
}

const remember = (event) => {
  if (event.target.localName !== HOST) return
  history.push(event.newState)
  if (event.newState === 'open') openedAt = performance.now()
}
// Strings only: objects do not cross between the worlds in Firefox.
const answer = () => {
  const detail = JSON.stringify({ card: readCard(), history })
  document.dispatchEvent(new CustomEvent('harness-answer', { detail }))
}
const listen = () => {
  document.addEventListener('beforetoggle', remember, true)
  document.addEventListener('harness-ask', answer)
}
listen()
// A document that is written anew forgets who listened to it.
new MutationObserver(listen).observe(document, { childList: true })
// Another extension that speaks to the one under test.
document.addEventListener('harness-tell', ({ detail: id }) => {
  const answer = (detail) => document.dispatchEvent(new CustomEvent('harness-told', { detail }))
  const api = globalThis.browser ?? globalThis.chrome
  api.runtime.sendMessage(id, { to: 'background', method: 'readSettings' }).then(
    (value) => answer(`answered ${JSON.stringify(value)}`),
    (error) => answer(`refused ${error}`),
  )
})
