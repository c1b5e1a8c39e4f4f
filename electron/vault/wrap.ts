import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { keyOf } from '../db/keys.ts'

const form = 'aes-256-gcm'
const lengths = { iv: 12, tag: 16 } as const

/** A few words that only whoever opens the database may read; the salt says by which key. */
export function wrapped(secret: string, salt: string) {
  const iv = randomBytes(lengths.iv)
  const cipher = createCipheriv(form, ownKey(keyOf(salt)!), iv)
  const closed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return `${salt}:${Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64')}`
}

/** The same for the key that the database has and the one that it gets. */
export const alsoWrapped = (text: string, secret: string, salt: string) => `${text} ${wrapped(secret, salt)}`

/** Whether it is closed by this key and by no other. */
export const isWrappedBy = (text: string, salt: string) => text.split(' ').every(part => part.startsWith(`${salt}:`))

/** null while the database is locked, or where it has another key by now. */
export const unwrapped = (text: string): string | null =>
  text.split(' ').reduce<string | null>((secret, part) => secret ?? opened(part), null)

function opened(part: string): string | null {
  const [salt = '', closed = ''] = part.split(':')
  const key = keyOf(salt)
  if (key === null) return null
  const bytes = Buffer.from(closed, 'base64')
  const [ivEnd, tagEnd] = [lengths.iv, lengths.iv + lengths.tag]
  try {
    const cipher = createDecipheriv(form, ownKey(key), bytes.subarray(0, ivEnd)).setAuthTag(bytes.subarray(ivEnd, tagEnd))
    return Buffer.concat([cipher.update(bytes.subarray(tagEnd)), cipher.final()]).toString('utf8')
  } catch {
    // Somebody has touched it: it opens nothing any more.
    return null
  }
}

/** Not the one that the pages are encrypted by. */
const ownKey = (key: string) => Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'regulars secrets', 32))
