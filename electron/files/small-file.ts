import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { makePrivateFolder } from './private-folder.ts'
import { syncFolder } from './sync-folder.ts'

/** A few facts kept beside the database, readable by nobody else. What is not there, or was damaged, is `otherwise`. */
export function readFacts<Facts extends z.ZodType>(path: string, facts: Facts, otherwise: z.output<Facts>): z.output<Facts> {
  try {
    return facts.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return otherwise
  }
}

/** Whatever goes wrong meanwhile, either the old facts are there or the new ones. */
export function writeFacts(path: string, facts: unknown) {
  makePrivateFolder(dirname(path))
  const handle = openSync(`${path}.part`, 'w', 0o600)
  try {
    writeFileSync(handle, JSON.stringify(facts, null, 1))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${path}.part`, path)
  syncFolder(dirname(path))
}
