import Ciphered from 'better-sqlite3-multiple-ciphers'
import { rounds } from '../../electron/vault/derive.ts'
import type { openKeptShop } from './kept-shop.ts'

export type KeptShop = Awaited<ReturnType<typeof openKeptShop>>

export const passphrase = 'seven small regulars'

/** Until the shop has begun anew. */
export async function encrypt({ api, reopened }: KeptShop, input: { passphrase: string; current?: string } = { passphrase }) {
  const began = reopened()
  await api.run('vault.encrypt', input)
  await began
}

export async function unlock({ api, reopened }: KeptShop, given = passphrase) {
  const began = reopened()
  await api.run('vault.unlock', { passphrase: given })
  await began
}

/** As a program opens it that knows this kind of file, and nothing of Regulars. */
export function openElsewhere(file: string, key = passphrase) {
  const sqlite = new Ciphered(file, { readonly: true })
  sqlite.pragma(`cipher = 'chacha20'`)
  sqlite.pragma(`kdf_iter = ${rounds}`)
  sqlite.pragma(`key = '${key}'`)
  return sqlite
}
