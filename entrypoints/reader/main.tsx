import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import { speakInPage } from '../../extension/words.ts'
import { ReaderApp } from './ReaderApp.tsx'

speakInPage('reader_title')
const app = document.getElementById('app')
if (app) render(<ReaderApp />, app)
