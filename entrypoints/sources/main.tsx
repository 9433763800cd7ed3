import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import '../../components/options.css'
import '../../components/sources/sources.css'
import { speakInPage } from '../../extension/words.ts'
import { AddPageApp } from './AddPageApp.tsx'
import { LibraryApp } from './LibraryApp.tsx'

speakInPage('sources_title')
const app = document.getElementById('app')
const added = new URLSearchParams(location.search).get('add')
const isTab = added !== null && /^\d+$/.test(added)
if (app) render(isTab ? <AddPageApp tabId={Number(added)} /> : <LibraryApp />, app)
