import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import Ciphered from 'better-sqlite3-multiple-ciphers'
import { AppError } from '../../shared/errors.ts'
import { codeOf } from './failures.ts'
import { keyOf, knowsKeys } from './keys.ts'

/** `salt` is that of an encrypted file, as hexadecimal digits. */
type Head = { form: 'none' | 'empty' | 'plain' | 'encrypted' | 'foreign'; salt: string | null; bytes: number; saidBytes: number | null }

const headBytes = 100
const saltBytes = 16
/** A part of the header that SQLite never changes, and that stays readable: the reserved bytes of a page, and three fixed fractions. */
const encryptedSign = '20402020'

/**
 * What a file is, before anybody opens it (https://www.sqlite.org/fileformat2.html#the_database_header): page size at 16, number of
 * pages at 28. An encrypted one has its salt in the place of the name, and no number that could be read.
 */
export function headOf(file: string): Head {
  const head = Buffer.alloc(headBytes)
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    // Whoever opens it says why not.
    return { form: 'none', salt: null, bytes: 0, saidBytes: null }
  }
  try {
    const length = readSync(handle, head)
    return { ...formOf(head, length), bytes: fstatSync(handle).size }
  } finally {
    closeSync(handle)
  }
}

function formOf(head: Buffer, length: number): Omit<Head, 'bytes'> {
  if (length === 0) return { form: 'empty', salt: null, saidBytes: null }
  if (head.toString('latin1', 0, 16) === 'SQLite format 3\0') {
    const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
    return { form: 'plain', salt: null, saidBytes: head.readUInt32BE(28) * pageSize }
  }
  if (length < headBytes || head.toString('hex', 20, 24) !== encryptedSign) return { form: 'foreign', salt: null, saidBytes: null }
  return { form: 'encrypted', salt: head.toString('hex', 0, saltBytes), saidBytes: null }
}

/**
 * The salt of an encrypted file whose key may be known. Where no key is, nothing is looked at: to close a file takes away the locks
 * that SQLite holds on it in the same process.
 */
export const saltOf = (file: string) => (knowsKeys() ? headOf(file).salt : null)

/** The one way to a database file, on every thread: an encrypted one by its key. */
export function openFile(file: string, options: Database.Options = {}): Database.Database {
  const salt = saltOf(file)
  return salt === null ? new Database(file, options) : keyed(file, salt, options)
}

/** A new one, encrypted by the key of this salt; null makes a plain one. */
export const makeFile = (file: string, salt: string | null): Database.Database =>
  salt === null ? new Database(file) : keyed(file, salt, {})

export const isEncrypted = (sqlite: Database.Database) => sqlite instanceof Ciphered

/** By the library that knows ciphers, whatever the file is: so it can be given another key. */
export function openCiphered(file: string) {
  const { salt } = headOf(file)
  return salt === null ? new Ciphered(file) : keyed(file, salt, {})
}

function keyed(file: string, salt: string, options: Database.Options) {
  const key = rawKey(salt)
  const sqlite = new Ciphered(file, options)
  sqlite.key(key)
  // What SQLite puts aside on the disk while it sorts or compacts is not encrypted.
  sqlite.pragma('temp_store = memory')
  return sqlite
}

/** As the library takes a key that is derived already: who opens a file ten times a day need not derive it ten times. */
export function rawKey(salt: string, key = keyOf(salt)) {
  if (key === null) throw new AppError('forbidden', 'databaseSealed')
  return Buffer.concat([Buffer.from('raw:'), Buffer.from(key, 'hex'), Buffer.from(salt, 'hex')])
}

/** Whether this is the key. A file whose first page is damaged has none that fits. */
export function opens(file: string, salt: string, key: string) {
  const sqlite = new Ciphered(file, { readonly: true })
  try {
    sqlite.key(rawKey(salt, key))
    sqlite.prepare('select count(*) from sqlite_schema').get()
    return true
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return false
    throw error
  } finally {
    sqlite.close()
  }
}
