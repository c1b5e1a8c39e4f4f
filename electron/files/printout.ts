import { join } from 'node:path'
import { fileName } from '../../shared/files/names.ts'
import type { FileToken } from '../../shared/files/model.ts'
import { makePrivateFolder } from './private-folder.ts'
import type { Offers } from './offers.ts'
import { freshPath } from './transfer-folder.ts'

/** A place for a paper that is only to be printed, under its own name: another program shows it. Gone at the next start. */
export function offerPrintout(dataFolder: string, offers: Offers, title: string): FileToken {
  const folder = freshPath(dataFolder)
  makePrivateFolder(folder)
  return offers.offerWrite(join(folder, `${fileName(title)}.pdf`))
}
