import { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import zlib from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Manifest } from '../../shared/backups/model.ts'
import { AppError } from '../../shared/errors.ts'
import { asPrinted } from '../vault/passphrase.ts'

/** The quickest that this runtime has: zstd came to Node after version 20. */
export const ownCompression: Manifest['compression'] = 'createZstdCompress' in zlib ? 'zstd' : 'gzip'

/** Bytes that come out at once: handed on in zlib's usual 16 KB, a large database would spend most of its time between threads. */
const atOnce = { chunkSize: 1024 * 1024 }
/** Each in its quick setting: a backup of every half hour had better be quick than small. */
const quickZstd = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } }
export const compress = () =>
  ownCompression === 'zstd' ? zlib.createZstdCompress({ ...atOnce, ...quickZstd }) : zlib.createGzip({ ...atOnce, level: 1 })

/** A failure of any of them is a failure of the last, which is what is read. */
export const chain = (first: Readable, then: NodeJS.ReadWriteStream) => pipeline(first, then, () => undefined) as unknown as Readable

export async function encrypted(plain: Readable, { passphrase }: { passphrase: string }) {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(asPrinted(passphrase))
  return fromWeb(await encrypter.encrypt(toWeb(plain)))
}

const ageMagic = 'age-encryption.org/v1\n'
const gzipMagic = '1f8b'
const zstdMagic = '28b52ffd'

/** What a file holds beneath encryption and compression. */
export async function plainOf(file: Readable, passphrases: readonly string[]): Promise<{ plain: Readable; isEncrypted: boolean }> {
  const { head, whole } = await begun(file)
  if (head.toString('latin1', 0, ageMagic.length) !== ageMagic) return { plain: unpacked(head, whole), isEncrypted: false }
  const inside = await begun(await decrypted(whole, passphrases))
  return { plain: unpacked(inside.head, inside.whole), isEncrypted: true }
}

async function decrypted(file: Readable, passphrases: readonly string[]) {
  if (passphrases.length === 0) throw new AppError('invalid', 'passphraseMissing')
  const decrypter = new Decrypter()
  // What another program encrypted has it as it was typed there.
  for (const passphrase of new Set(passphrases.flatMap(typed => [asPrinted(typed), typed]))) decrypter.addPassphrase(passphrase)
  try {
    return fromWeb(await decrypter.decrypt(toWeb(file)))
  } catch (cause) {
    file.destroy()
    throw new AppError('invalid', 'passphraseWrong', {}, { cause })
  }
}

function unpacked(head: Buffer, whole: Readable): Readable {
  if (head.toString('hex', 0, 2) === gzipMagic) return chain(whole, zlib.createGunzip(atOnce))
  if (head.toString('hex', 0, 4) === zstdMagic && 'createZstdDecompress' in zlib) return chain(whole, zlib.createZstdDecompress(atOnce))
  whole.destroy()
  throw new AppError('invalid', head.toString('hex', 0, 4) === zstdMagic ? 'backupNewer' : 'backupForeign')
}

/** Looks at how it begins, and gives the whole back. */
async function begun(stream: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const pieces = stream.iterator({ destroyOnReturn: true })
  const first = (await pieces.next()) as IteratorResult<Uint8Array, undefined>
  if (first.done) throw new AppError('storage', 'backupDamaged')
  async function* whole() {
    yield first.value
    yield* pieces
  }
  return { head: Buffer.from(first.value), whole: Readable.from(whole(), { objectMode: false }) }
}

// Node's web streams and those of the DOM's types are the same objects.
export const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>
export const fromWeb = (stream: globalThis.ReadableStream<Uint8Array>) => Readable.fromWeb(stream as unknown as ReadableStream)
