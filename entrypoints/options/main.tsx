import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import '../../components/options.css'
import { speakInPage } from '../../extension/words.ts'
import { OptionsApp } from './OptionsApp.tsx'

speakInPage('options_title')
const app = document.getElementById('app')
if (app) render(<OptionsApp />, app)
