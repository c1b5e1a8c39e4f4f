import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { FileToken, type OfferedFile } from '../../shared/files/model.ts'
import type { OfferedPath } from '../handlers.ts'

export type Offers = ReturnType<typeof createOffers>

/** The files that a person has named so far. Calls know them by their tokens only, which nobody can guess. */
export function createOffers() {
  const paths = new Map<FileToken, OfferedPath>()

  function add(offered: OfferedPath): FileToken {
    const token = `file-${randomBytes(16).toString('hex')}`
    paths.set(token, offered)
    return token
  }

  function pathOf(token: FileToken): OfferedPath {
    const path = paths.get(token)
    if (!path) throw new AppError('invalid', 'fileNotOffered')
    return path
  }

  return {
    offerRead(path: string, name = basename(path)): OfferedFile {
      const file = lookAt(path)
      if (!file?.isFile()) throw new AppError('notFound', 'fileMissing', { name })
      return { token: add({ path, name, purpose: 'read' }), name, size: file.size }
    },
    offerWrite: (path: string, name = basename(path)): FileToken => add({ path, name, purpose: 'write' }),
    pathOf,
    /** The files that an input speaks of, by their tokens. */
    filesOf: (input: unknown): Record<string, OfferedPath> => Object.fromEntries(tokensIn(input).map(token => [token, pathOf(token)])),
  }
}

/** Undefined where there is nothing. A folder on the way there may let nobody through: that is not the data folder's fault. */
function lookAt(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (cause) {
    throw new AppError('storage', 'fileUnreadable', {}, { cause })
  }
}

const tokensIn = (input: unknown): FileToken[] => (typeof input === 'object' && input !== null ? Object.values(input).filter(isToken) : [])

const isToken = (value: unknown): value is FileToken => FileToken.safeParse(value).success
