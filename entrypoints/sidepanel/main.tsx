import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import { speakInPage } from '../../extension/words.ts'
import { DigestApp } from './DigestApp.tsx'

speakInPage('digest_title')
const app = document.getElementById('app')
if (app) render(<DigestApp />, app)
