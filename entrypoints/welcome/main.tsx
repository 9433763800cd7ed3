import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import '../../components/options.css'
import '../marks.css'
import { callBackground } from '../../extension/messages.ts'
import { speakInPage } from '../../extension/words.ts'
import { mountCard } from '../card/mount-card.tsx'
import '../card/card-view.ts'
import { startEngine } from '../engine/start-engine.ts'
import { WelcomeApp } from './WelcomeApp.tsx'

speakInPage('welcome_title')
const app = document.getElementById('app')
if (app) render(<WelcomeApp />, app)

// The browser puts no content scripts into pages of extensions, so this one brings the engine and the
// card itself: what a newcomer tries here is what every page has.
globalThis.sourceContextMountCard = mountCard
const rules = new CSSStyleSheet()
document.adoptedStyleSheets = [rules]
void startEngine(async () => {
  const state = await callBackground('pageState')
  rules.replaceSync(state.rules)
  return state.rules
})
