import type { Transport } from '../shared/api.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { FileToken, OfferedFile } from '../shared/files/model.ts'
import { browserHost } from './host-browser.ts'
import { windowHost } from './host-window.ts'

/** What differs between a window of the desktop app and a browser tab. */
export type Host = Transport & {
  kind: 'window' | 'browser'
  /** Asks the user for a file to read; null where they changed their mind. */
  pickFile(): Promise<OfferedFile | null>
  /** A file that was dropped on the page. */
  offerFile(file: File): Promise<OfferedFile>
  /** Asks where a file is to be written; null where they changed their mind. */
  chooseDestination(suggestedName: string): Promise<FileToken | null>
  /** Asks for a folder to write to; null where there is no way to ask, as in a browser. */
  chooseFolder: (() => Promise<FileToken | null>) | null
  /** Where a PDF is written that is only to be printed. */
  preparePrint(title: string): Promise<FileToken>
  /** Shows it where it is printed from: in the system's program for PDFs, or in a tab of the browser. */
  print(token: FileToken): Promise<void>
  /** Shows a stored file in another program; null where there is no way to one, and it can only be saved. */
  openAttachment: ((id: number) => Promise<void>) | null
  /** Whether the app starts with the PC; null where the system leaves that to other programs, missing in a browser. */
  startsAtLogin?(): Promise<boolean | null>
  startAtLogin?(wanted: boolean): Promise<boolean | null>
  /** Hands a finished file over: a browser downloads it, in a window it is where the user wanted it. */
  deliver(token: FileToken): Promise<void>
}

/** What the desktop app's preload leaves in its window. */
type MaybeBridged = { regulars?: Bridge<File> }

export function connectHost(): Host {
  const { regulars } = globalThis as MaybeBridged
  return regulars ? windowHost(regulars) : browserHost()
}
