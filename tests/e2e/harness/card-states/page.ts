import { readCatalogue } from '../../../../core/read-catalogue.ts'
import { speakWith } from '../../../../core/words.ts'
import { mountCard } from '../../../../entrypoints/card/mount-card.tsx'
import english from '../../../../public/_locales/en/messages.json' with { type: 'json' }
import { makePseudoLocale } from '../../../pseudo-locale.ts'
import type { CardState } from './states.ts'

/**
 * Draws cards in a page of the tests' own, with the extension's code and styles. Their shadow roots
 * are open, so that axe and the picture script can look inside.
 */
function drawCards(states: CardState[], scheme: 'light' | 'dark'): void {
  document.documentElement.lang = 'en'
  document.title = `Card, ${scheme}`
  document.body.style.cssText = `margin: 24px; background: ${scheme === 'dark' ? '#121212' : '#fff'};
    color: ${scheme === 'dark' ? '#ddd' : '#333'}; font: 13px system-ui; color-scheme: ${scheme};
    display: flex; flex-wrap: wrap; gap: 28px; align-items: start`
  const main = document.createElement('main')
  main.style.display = 'contents'
  const title = document.createElement('h1')
  title.textContent = 'Card'
  title.style.cssText = 'font: inherit; inline-size: 100%; margin: 0'
  main.append(title, ...states.map((state) => drawCard(state, scheme)))
  document.body.replaceChildren(main)
}

function drawCard(state: CardState, scheme: string): HTMLElement {
  const figure = document.createElement('figure')
  figure.style.cssText = 'margin: 0; display: grid; gap: 8px'
  const caption = document.createElement('figcaption')
  caption.textContent = state.name
  // By this name the extension knows its own card, and marks nothing in it.
  const host = document.createElement('source-context-card')
  host.className = 'state'
  host.style.cssText = `all: initial; display: flex; color-scheme: ${scheme};
    width: ${state.width ?? 360}px; max-height: ${state.height ?? 2000}px`
  const root = host.attachShadow({ mode: 'open' })
  const done = () => (state.gone ? Promise.reject(new Error('gone')) : Promise.resolve())
  const actions = {
    copy: done,
    openReader: done,
    openDigest: () => Promise.resolve(undefined),
    switchSiteOff: done,
    hideName: done,
    pin: () => undefined,
    close: () => undefined,
  }
  mountCard(root, { ...state.view, actions })
  figure.append(caption, host)
  requestAnimationFrame(() => bring(root, state))
  return figure
}

function bring(root: ShadowRoot, { press = [], focus, spaced }: CardState): void {
  if (spaced) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  for (const selector of press) root.querySelector<HTMLElement>(selector)?.click()
  if (focus) root.querySelector<HTMLElement>(focus)?.focus()
}

speakWith(readCatalogue(english))
const speakPseudo = () => speakWith(readCatalogue(makePseudoLocale(english)))
Object.assign(globalThis, { drawCards, speakPseudo })
