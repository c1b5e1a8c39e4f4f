import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { RouterHistory } from 'vue-router'
import { createApi } from '../shared/api.ts'
import { apiKey, hostKey } from './api.ts'
import App from './App.vue'
import { useRescue } from './backups/rescue.ts'
import { connectionKey, watchConnection } from './connection.ts'
import type { Host } from './host.ts'
import { createTexts, systemLanguage } from './i18n.ts'
import { reportProblems } from './problems.ts'
import { createPages } from './router.ts'
import { useSettings } from './settings/store.ts'

/** The window over a host, ready to be mounted. */
export async function startWindow(connected: Host, history?: RouterHistory) {
  const { host, connection } = watchConnection(connected)
  const api = createApi(host)
  const app = createApp(App)
    .provide(hostKey, host)
    .provide(connectionKey, connection)
    .provide(apiKey, api)
    .use(createPinia())
    .use(createTexts(systemLanguage()))

  app.onUnmount(reportProblems(api))

  const settings = useSettings()
  // Without an answer the shell opens all the same, and says that nobody answers.
  const rescue = useRescue()
  await Promise.all([settings.load(), rescue.load()].map(loading => loading.catch(() => undefined)))
  const router = createPages({ isSetUp: () => settings.isSetUp, standIn: () => rescue.page }, history)
  return { app: app.use(router), router }
}
