import { mkdirSync } from 'node:fs'

/** Clients are nobody's business but the shop's: other users of the PC cannot look in. A folder that is there stays as it is. */
export const makePrivateFolder = (folder: string) => void mkdirSync(folder, { recursive: true, mode: 0o700 })
