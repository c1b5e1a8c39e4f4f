import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
export const pagesFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))
