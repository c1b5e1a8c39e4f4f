import { dirname, resolve } from 'node:path'

/** What somebody typed in a folder below the project means that folder: npm runs its scripts in the project's own. */
export function typedPath(path: string, { env, cwd }: { env: NodeJS.ProcessEnv; cwd(): string } = process) {
  const { INIT_CWD, npm_package_json: manifest } = env
  const isNpms = INIT_CWD !== undefined && manifest !== undefined && dirname(manifest) === cwd()
  return resolve(isNpms ? INIT_CWD : cwd(), path)
}
