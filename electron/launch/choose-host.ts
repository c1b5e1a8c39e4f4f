import { fetchElectron, findElectron } from './electron-runtime.ts'
import { endProgress, sayProgress, words, type Words } from './say.ts'

/** Why the app is in a browser: `params` are what the sentence needs beside the address. */
export type Sentence = { key: Words; params?: Record<string, string> }
type HostChoice = { electron: string } | { sentence: Sentence }

/** A window of its own wherever there can be one. */
export async function chooseHost(inBrowser: boolean): Promise<HostChoice> {
  if (inBrowser) return { sentence: { key: 'inBrowser' } }
  if (!hasDisplay()) return { sentence: { key: 'withoutDisplay' } }
  try {
    const electron = findElectron() ?? (await fetchElectron((version, percent) => sayProgress('fetching', { version, percent })))
    return electron ? { electron } : { sentence: withoutElectron(words('notUnpacked')) }
  } catch (error) {
    return { sentence: withoutElectron(rootOf(error)) }
  } finally {
    endProgress()
  }
}

export const withoutElectron = (why: string): Sentence => ({ key: 'withoutElectron', params: { why } })

/** Only Linux machines are run without one. */
export const hasDisplay = ({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process) =>
  platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)

/** `fetch failed` says nothing: what lies at the bottom does. */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : rootOf(error.cause)
}
