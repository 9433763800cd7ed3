import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import { ReaderApp } from './ReaderApp.tsx'

const app = document.getElementById('app')
if (app) render(<ReaderApp />, app)
