import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { LogLine } from '../../shared/diagnostics/model.ts'
import { logLines } from '../../shared/diagnostics/rules.ts'
import { codeOf } from '../db/failures.ts'
import { logFile } from '../files/log-folder.ts'

/** As much of its end as somebody reads. */
const mostBytes = 256 * 1024

/** The newest first. No log is an empty one. */
export function readLog(dataFolder: string, limit: number): LogLine[] {
  try {
    return logLines(endOf(logFile(dataFolder)))
      .slice(-limit)
      .reverse()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function endOf(path: string) {
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    const end = Buffer.alloc(Math.min(size, mostBytes))
    readSync(handle, end, 0, end.length, size - end.length)
    return end.toString('utf8')
  } finally {
    closeSync(handle)
  }
}
