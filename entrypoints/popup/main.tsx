import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import { PopupApp } from './PopupApp.tsx'

const app = document.getElementById('app')
if (app) render(<PopupApp />, app)
