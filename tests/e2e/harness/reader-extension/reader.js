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

const describeCard = (root) => {
  const card = root?.querySelector('.card')
  if (!card) return null
  const elements = [...card.querySelectorAll('*')].map((it) => describe(it, root.activeElement))
  const style = getComputedStyle(card)
  return {
    text: card.innerText.trim(),
    box: boxOf(card),
    colour: style.color,
    background: style.backgroundColor,
    still: root.getAnimations().every((it) => it.playState === 'finished'),
    elements,
  }
}

// In Firefox the card stands in a frame, which no script around it can look into: the reader in the
// frame describes it, in places of the frame.
const readFrame = (frame) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => resolve(data), { once: true })
    port1.start()
    frame.contentWindow.postMessage('harness-read', '*', [port2])
  })

const within = (frame, card) => {
  const { x, y, width } = frame.getBoundingClientRect()
  const scale = width / card.across
  const place = (box) => ({
    x: x + box.x * scale,
    y: y + box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  })
  const elements = card.elements.map((it) => ({ ...it, box: place(it.box) }))
  return { ...card, box: place(card.box), elements }
}

const readCard = async () => {
  const host = document.querySelector(`${HOST}:popover-open`)
  const root = host && rootOf(host)
  if (!root) return null
  const age = performance.now() - openedAt
  const frame = root.querySelector('iframe')
  if (!frame) return { ...describeCard(root), age }
  const card = await readFrame(frame)
  return card && { ...within(frame, card), age }
}

const remember = (event) => {
  if (event.target.localName !== HOST) return
  history.push(event.newState)
  if (event.newState === 'open') openedAt = performance.now()
}
// Strings only: objects do not cross between the worlds in Firefox.
const answer = async () => {
  const detail = JSON.stringify({ card: await readCard(), history })
  document.dispatchEvent(new CustomEvent('harness-answer', { detail }))
}
addEventListener('message', ({ data, ports }) => {
  if (data !== 'harness-read') return
  const root = document.body?.firstElementChild && rootOf(document.body.firstElementChild)
  const card = describeCard(root)
  const [port] = ports
  port.postMessage(card && { ...card, across: innerWidth, marks: CSS.highlights.size }, [])
})
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
