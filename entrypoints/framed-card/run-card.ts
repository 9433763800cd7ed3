import { guardCard } from '../../page/card-guard.ts'
import { isByKey } from '../../page/click-guard.ts'
import { focusableIn } from '../../page/focus.ts'
import { isChord, isPlainTab } from '../../page/watch-keys.ts'
import type { FramedSign } from '../../page/hover.ts'
import type { FromFrame, ToFrame } from '../card/frame-messages.ts'
import { mountCard } from '../card/mount-card.tsx'
import { copyText } from '../engine/copy-text.ts'

/** Shows what the engine says, and tells it what a person does, as long as the frame stands. */
export function runCard(port: MessagePort): void {
  const tell = (message: FromFrame) => port.postMessage(message)
  const { host, root } = createPlace()
  const act = createActions(tell)
  const measure = watchSize(root, tell)
  const hear = ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === 'enter') return enter(root, data.quietly)
    if (data.type !== 'draw') return act.settle(data)
    const { scheme, isLow, isPinned: pinned } = data.around
    document.documentElement.style.colorScheme = scheme
    const actions = Object.fromEntries(data.actions.map((name) => [name, act.as(name)]))
    // Where the page may not, the frame can: the click was made in it.
    const copy = (text: string) =>
      act
        .as('copy')(text)
        .catch(() => copyText(text))
    mountCard(root, { ...data.drawing, pinned, actions: { ...actions, copy } } as never, isLow)
    measure()
  }
  port.addEventListener('message', hear)
  port.start()
  guardCard(host, () => root.querySelector('.body'))
  watchHands(root, act, tell)
  watchKeys(root, (sign) => tell({ type: 'sign', sign }))
}

/** What a browser takes from how somebody came there, another document does not know. */
function enter(root: ShadowRoot, quietly: boolean): void {
  const how: FocusOptions & { focusVisible: boolean } = { focusVisible: !quietly }
  root.querySelector<HTMLElement>('.card')?.focus(how)
}

/** The card fills the frame, which the engine makes as tall as the card would be, or there is room for. */
function createPlace(): { host: HTMLElement; root: ShadowRoot } {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('html, body { margin: 0; background: none; overflow: hidden }')
  document.adoptedStyleSheets = [sheet]
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const filling = new CSSStyleSheet()
  filling.replaceSync(
    ':host { display: flex; flex-direction: column; height: 100vh } .card { flex: 1 1 auto }',
  )
  root.adoptedStyleSheets = [filling]
  document.body.append(host)
  return { host, root }
}

type Actions = {
  /** The action of that name, which is done by the engine. */
  as(name: string): (argument?: unknown) => Promise<string | undefined>
  settle(answer: ToFrame & { id: number }): void
  /** How the click was made from which the next action comes. */
  byKey: boolean
}

function createActions(tell: (message: FromFrame) => void): Actions {
  type Waiting = { resolve(value: string | undefined): void; reject(fault: Error): void }
  const waiting = new Map<number, Waiting>()
  let last = 0
  const actions: Actions = {
    byKey: false,
    as: (name) => (argument) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        const text = typeof argument === 'string' ? argument : undefined
        tell({ type: 'act', id: last, action: name, argument: text, byKey: actions.byKey })
      }),
    settle: (answer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.type === 'done') one?.resolve(answer.value)
      else one?.reject(new Error('not done'))
    },
  }
  return actions
}

/** Tells how tall the card would be if it might, whenever that has changed. */
function watchSize(root: ShadowRoot, tell: (message: FromFrame) => void): () => void {
  let told = 0
  const measure = () => {
    const card = root.querySelector<HTMLElement>('.card')
    if (!card) return
    const parts = [...card.children].map(naturalHeight)
    const edges = card.offsetHeight - card.clientHeight
    // A whole number: frames have no other heights.
    const height = Math.ceil(parts.reduce((sum, part) => sum + part, edges))
    if (height === told) return
    told = height
    const { boxShadow: shadow, borderRadius: corner } = getComputedStyle(card)
    tell({ type: 'size', height, shadow, corner })
  }
  addEventListener('resize', measure)
  const changed = new MutationObserver(measure)
  changed.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
  return measure
}

/** Px, with what of it there is no room for. */
function naturalHeight(element: Element): number {
  const hidden = element.scrollHeight - element.clientHeight
  return element.getBoundingClientRect().height + Math.max(0, hidden)
}

/** What only the engine can judge or see: presses, and that the mouse leaves. */
function watchHands(root: ShadowRoot, act: Actions, tell: (message: FromFrame) => void): void {
  root.addEventListener('pointerdown', (it) => it.isTrusted && tell({ type: 'press' }), true)
  root.addEventListener('click', (it) => (act.byKey = isByKey(it)), true)
  document.documentElement.addEventListener('pointerleave', (it) => {
    if (it.isTrusted) tell({ type: 'sign', sign: 'left' })
  })
}

function watchKeys(root: ShadowRoot, tell: (sign: FramedSign) => void): void {
  const press = (event: KeyboardEvent) => {
    const sign = event.isTrusted && !event.isComposing ? signOf(event, root) : undefined
    if (!sign) return
    event.preventDefault()
    event.stopPropagation()
    tell(sign)
  }
  document.addEventListener('keydown', press, true)
}

function signOf(event: KeyboardEvent, root: ShadowRoot): FramedSign | undefined {
  if (event.key === 'Escape') return 'escape'
  if (isChord(event)) return 'chord'
  if (!isPlainTab(event)) return undefined
  const all = focusableIn(root)
  const { activeElement } = root
  if (!event.shiftKey) return activeElement === all.at(-1) ? 'on' : undefined
  const isFirst = activeElement === all[0] || activeElement?.classList.contains('card')
  return isFirst ? 'back' : undefined
}
