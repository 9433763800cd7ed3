import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/panel.css'
import { DigestApp } from './DigestApp.tsx'

const app = document.getElementById('app')
if (app) render(<DigestApp />, app)
