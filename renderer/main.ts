import '@fontsource-variable/inter/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { z } from 'zod'
import { createApi } from '../shared/api.ts'
import { apiKey, hostKey } from './api.ts'
import App from './App.vue'
import { connectionKey, watchConnection } from './connection.ts'
import { connectHost } from './host.ts'
import { createTexts, systemLanguage } from './i18n.ts'
import { createPages } from './router.ts'
import { useSettings } from './settings/store.ts'

// The window's policy forbids code made at run time, which is how zod is faster.
z.config({ jitless: true })

const { host, connection } = watchConnection(connectHost())
const app = createApp(App)
  .provide(hostKey, host)
  .provide(connectionKey, connection)
  .provide(apiKey, createApi(host))
  .use(createPinia())
  .use(createTexts(systemLanguage()))

const settings = useSettings()
// Without an answer the shell opens all the same, and says that nobody answers.
await settings.load().catch(() => undefined)
app.use(createPages(() => settings.isSetUp))
app.mount('#app')
