/** The package's own types are out of reach behind its `exports`. Its databases are those of better-sqlite3, and take a key. */
declare module 'better-sqlite3-multiple-ciphers' {
  import type Database from 'better-sqlite3'

  type Ciphered = Database.Database & { key(key: Buffer): number; rekey(key: Buffer): number }
  const Ciphered: new (file: string, options?: Database.Options) => Ciphered
  export = Ciphered
}
