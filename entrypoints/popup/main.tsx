import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import '../../components/popup.css'
import { speakInPage } from '../../extension/words.ts'
import { PopupApp } from './PopupApp.tsx'

speakInPage('manifest_name')
const app = document.getElementById('app')
if (app) render(<PopupApp />, app)
