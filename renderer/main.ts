import '@fontsource-variable/inter/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/outline.css'
import { z } from 'zod'
import { connectHost } from './host.ts'
import { startWindow } from './start.ts'

// The window's policy forbids code made at run time, which is how zod is faster.
z.config({ jitless: true })

const { app } = await startWindow(connectHost())
app.mount('#app')
