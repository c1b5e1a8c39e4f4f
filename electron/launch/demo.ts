import { createApi, type Api } from '../../shared/api.ts'
import { demoShop } from '../../shared/demo/shop.ts'
import { AppError } from '../../shared/errors.ts'
import { owner } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { openFolder } from '../open-folder.ts'
import { systemLanguage } from '../system-language.ts'
import { endProgress, sayProgress } from './say.ts'

const contacts = 2000
const count = (number: number) => number.toLocaleString(systemLanguage())

/** Makes the demo shop, at its first start. */
export async function fillDemo(dataFolder: string) {
  const opened = await openFolder(dataFolder, 'command', new URL('../jobs/worker.ts', import.meta.url)).catch(ifFree)
  if (!opened) return
  try {
    await fill(opened.app)
  } finally {
    await opened.close()
  }
}

async function fill(app: App) {
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { businessName } = await api('settings.get', {})
  if (businessName === '') await fillShop(api)
  // Only a shop with a name may issue anything. One that has books already keeps them as they are.
  await api.run('demo.fillBooks', {})
}

async function fillShop(api: Api) {
  // The clients' notes are written in the shop's language; its name comes last, and says that the shop is complete.
  await api('settings.update', { language: systemLanguage() })
  await api.run(
    'demo.fill',
    { contacts },
    { onProgress: ({ done }) => sayProgress('fillingDemo', { done: count(done), total: count(contacts) }) },
  )
  endProgress()
  await api('settings.update', demoShop)
}

/** It may be open already: the start that follows says where. */
function ifFree(error: unknown) {
  if (error instanceof AppError && error.code === 'busy') return null
  throw error
}
