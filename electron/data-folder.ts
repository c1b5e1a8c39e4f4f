import { homedir } from 'node:os'
import { join } from 'node:path'
import { typedPath } from './typed-path.ts'

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
  data ? typedPath(data) : defaultDataFolder(demo ? 'Regulars Demo' : 'Regulars')
