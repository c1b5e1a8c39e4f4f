import { statSync } from 'node:fs'
import type { vaultContract } from '../../shared/vault/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { learnKey } from '../db/keys.ts'
import { databaseFile } from '../db/open.ts'
import { ownFolder } from '../files/own-folder.ts'
import { refuseWithoutRoom } from '../files/room.ts'
import type { Handlers } from '../handlers.ts'
import { hasKeychain } from '../secrets.ts'
import { freshSalt, keyFrom } from './derive.ts'
import { keepKey } from './kept.ts'
import { changeNote, vaultNote } from './note.ts'
import { readableKnown, removeReadable } from './readable.ts'
import { saveSheet } from './sheet.ts'
import { unlock } from './unlock.ts'

export const vaultHandlers: Handlers<typeof vaultContract> = {
  'vault.state': (_input, context) => {
    const { sign, kept, failure } = vaultNote(ownFolder(context))
    const readable = sign === null ? 0 : readableKnown(ownFolder(context))
    return { isEncrypted: sign !== null, isKept: sign !== null && kept !== null, canBeKept: hasKeychain(), readable, failure }
  },

  'vault.unlock': async ({ passphrase }, context) => {
    if (!context.isDamaged) throw new AppError('conflict', 'databaseNotLocked')
    await unlock(ownFolder(context), passphrase, context.now())
    return null
  },

  'vault.encrypt': async ({ passphrase, current }, context) => {
    const dataFolder = ownFolder(context)
    if (vaultNote(dataFolder).sign !== null) await unlock(dataFolder, current ?? '', context.now())
    const salt = freshSalt()
    learnKey(salt, await keyFrom(passphrase, salt))
    return wish(dataFolder, salt)
  },

  'vault.decrypt': async ({ current }, context) => {
    const dataFolder = ownFolder(context)
    if (vaultNote(dataFolder).sign === null) throw new AppError('conflict', 'databaseNotEncrypted')
    await unlock(dataFolder, current, context.now())
    return wish(dataFolder, null)
  },

  'vault.keep': ({ isKept }, context) => {
    keepKey(ownFolder(context), isKept)
    return null
  },

  'vault.removeReadable': (_input, context) => ({ removed: removeReadable(ownFolder(context)) }),
  'vault.sheet': saveSheet,
}

/** Done at the next opening, which follows at once. What can be said before is said before. */
async function wish(dataFolder: string, salt: string | null) {
  await refuseWithoutRoom(dataFolder, statSync(databaseFile(dataFolder)).size * 2)
  changeNote(dataFolder, { wish: { salt }, failure: null })
  return null
}
