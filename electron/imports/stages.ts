import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { openStage } from '../contacts/staging.ts'
import { makeFile } from '../db/file.ts'
import { freshPath } from '../files/transfer-folder.ts'
import type { Slot } from './rows.ts'

/** One is filled, one is full, one is being emptied. */
const slots = 3

/** Files through which the reading thread hands its rows over. What a crash leaves of them goes at the next start. */
export const stageFiles = (databaseFile: string) => Array.from({ length: slots }, () => freshPath(dirname(databaseFile)))

export const removeStageFiles = (files: readonly string[]) => files.forEach(file => rmSync(file, { force: true }))

/**
 * Under this name one of them is attached, and only while it is read: `begin immediate` locks whatever is attached, and would wait for
 * the thread that is filling another one.
 */
export const stageSchema = 'stage'

/** For the thread that fills them, encrypted as the database is. They are lost with a crash, so nothing is done to keep them. */
export function openStageFiles(files: readonly string[], salt: string | null) {
  const stages = files.map((file, slot) => {
    const sqlite = makeFile(file, salt)
    sqlite.pragma('journal_mode = off')
    sqlite.pragma('synchronous = off')
    const stage = openStage(sqlite, 'main')
    const begin = () => {
      sqlite.exec('begin')
      stage.clear()
    }
    const commit = () => {
      stage.finish()
      sqlite.exec('commit')
    }
    return { slot, begin, put: stage.put, commit, close: () => void sqlite.close() }
  })
  return {
    slot(slot: number): Slot {
      stages[slot]!.begin()
      return stages[slot]!
    },
    close: () => stages.forEach(stage => stage.close()),
  }
}
