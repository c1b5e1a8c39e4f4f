import { unwrap } from '../shared/api.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { FileToken, OfferedFile } from '../shared/files/model.ts'
import type { Host } from './host.ts'

/** The desktop app's own window: its preload has left a bridge here. */
export const windowHost = (bridge: Bridge<File>): Host => ({
  kind: 'window',
  // Vue's reactive objects cannot be cloned on their way to another process.
  call: (name, input) => bridge.call(name, plain(input)),
  subscribe: listener => bridge.subscribe(listener),
  pickFile: async () => unwrap(await bridge.pickFile()) as OfferedFile | null,
  offerFile: async file => unwrap(await bridge.offerFile(file)) as OfferedFile,
  chooseDestination: async suggestedName => unwrap(await bridge.chooseDestination(suggestedName)) as FileToken | null,
  chooseFolder: async () => unwrap(await bridge.chooseFolder()) as FileToken | null,
  preparePrint: async title => unwrap(await bridge.preparePrint(title)) as FileToken,
  print: async token => void unwrap(await bridge.print(token)),
  openAttachment: async id => void unwrap(await bridge.openAttachment(id)),
  startsAtLogin: async () => unwrap(await bridge.startsAtLogin()) as boolean | null,
  startAtLogin: async wanted => unwrap(await bridge.startAtLogin(wanted)) as boolean | null,
  deliver: async () => undefined,
})

const plain = (input: unknown): unknown => (input === undefined ? undefined : JSON.parse(JSON.stringify(input)))
