import { startApp } from './app.ts'
import './styles/index.css'

const root = document.getElementById('app')
if (root) startApp(root)
