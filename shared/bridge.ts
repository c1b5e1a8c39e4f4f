import type { Transport } from './api.ts'
import type { Result } from './call.ts'
import type { FileToken } from './files/model.ts'

/** All that a window of the desktop app can ask of the process behind it. Its `File` is the browser's, which nobody can make up. */
export type Bridge<File> = Transport & {
  /** The Result's value: an OfferedFile, or null where the person changed their mind. */
  pickFile(): Promise<Result>
  offerFile(file: File): Promise<Result>
  /** Shows a stored file in the program that the system has for it. */
  openAttachment(id: number): Promise<Result>
  /** The Result's value: a FileToken, or null. */
  chooseDestination(suggestedName: string): Promise<Result>
  /** The same of a folder. */
  chooseFolder(): Promise<Result>
  /** The Result's value: a FileToken, to which a PDF is written that is only to be printed. */
  preparePrint(title: string): Promise<Result>
  print(token: FileToken): Promise<Result>
  /** The Result's value: a boolean, or null where the system has no such thing. */
  startsAtLogin(): Promise<Result>
  startAtLogin(wanted: boolean): Promise<Result>
}
