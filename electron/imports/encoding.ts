import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { analyse } from 'chardet'
import type { encodings } from '../../shared/imports/model.ts'

export type Encoding = (typeof encodings)[number]

const blockSize = 1 << 20
/** Beyond that a file is taken to be what its beginning is. */
const checkedAtMost = 256 * blockSize

/** By its byte order mark, by its zeros, as UTF-8 where all of it is valid, else by the look of what is not. */
export function guessEncoding(path: string, head: Buffer): Encoding {
  return byMark(head) ?? byZeros(head) ?? byBytes(firstForeignBlock(path))
}

function byMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** In UTF-16 every second byte of most western text is zero. */
function byZeros(head: Buffer): Encoding | null {
  const zeros = [0, 0]
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index % 2]!++
  const [even, odd] = zeros as [number, number]
  const many = head.length / 8
  if (odd > many && even < odd / 10) return 'utf-16le'
  return even > many && odd < even / 10 ? 'utf-16be' : null
}

/** The first block that is no UTF-8; null where all of it is. */
function firstForeignBlock(path: string): Buffer | null {
  const file = openSync(path, 'r')
  try {
    const block = Buffer.alloc(blockSize)
    let kept = 0
    for (let at = 0; at < checkedAtMost;) {
      const read = readSync(file, block, kept, blockSize - kept, null)
      if (read === 0) return kept === 0 ? null : block.subarray(0, kept)
      at += read
      const end = endOfLastCharacter(block, kept + read)
      if (!isUtf8(block.subarray(0, end))) return block.subarray(0, kept + read)
      block.copy(block, 0, end, kept + read)
      kept = kept + read - end
    }
    return null
  } finally {
    closeSync(file)
  }
}

/** A character of UTF-8 has up to four bytes: the last one may go on in the next block. */
function endOfLastCharacter(block: Buffer, length: number) {
  for (let start = length - 1; start >= Math.max(0, length - 4); start--) {
    const byte = block[start]!
    if (byte < 0x80) return length
    if (byte >= 0xc0) return start
  }
  return length
}

function byBytes(block: Buffer | null): Encoding {
  if (block === null || isMostlyUtf8(block)) return 'utf-8'
  return isMacintosh(block) ? 'macintosh' : byLanguage(block)
}

/** One broken character does not make all the others foreign. */
function isMostlyUtf8(block: Buffer) {
  const text = block.toString('utf8')
  const broken = text.split('\ufffd').length - 1
  const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0
  return foreign - broken > broken * 5
}

/** Mac OS Roman has its letters where Windows has quotation marks and dashes. */
function isMacintosh(block: Buffer) {
  let low = 0
  let high = 0
  for (const byte of block) {
    if (byte >= 0xc0) high++
    else if (byte >= 0x80 && byte <= 0x9f && !isWindowsPunctuation(byte)) low++
  }
  return low > high * 2
}

const isWindowsPunctuation = (byte: number) => byte === 0x80 || byte === 0x85 || (byte >= 0x91 && byte <= 0x97)

const byDetected: Readonly<Record<string, Encoding>> = {
  'windows-1250': 'windows-1250',
  'ISO-8859-2': 'windows-1250',
  'windows-1251': 'windows-1251',
  'ISO-8859-5': 'windows-1251',
  'windows-1253': 'windows-1253',
  'ISO-8859-7': 'windows-1253',
  'windows-1254': 'windows-1254',
  'ISO-8859-9': 'windows-1254',
}

/** Windows-1252 unless another one is clearly likelier: on little text the detection wavers. */
function byLanguage(block: Buffer): Encoding {
  const found = analyse(block)
  const western = found.find(({ name }) => name === 'windows-1252' || name === 'ISO-8859-1')?.confidence ?? 0
  const best = found.find(({ name }) => name in byDetected)
  return best && best.confidence > western + 10 ? byDetected[best.name]! : 'windows-1252'
}
