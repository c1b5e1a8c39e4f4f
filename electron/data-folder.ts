import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where a person's data lies unless they say otherwise, as each system wants it. */
export function defaultDataFolder(
  name: 'Regulars' | 'Regulars Demo',
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
) {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name)
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), name.toLowerCase().replace(' ', '-'))
}

export const chosenDataFolder = (data: string | undefined, demo = false) =>
  data ? resolve(data) : defaultDataFolder(demo ? 'Regulars Demo' : 'Regulars')
