import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../shared/bridge.ts'
import type { Result } from '../shared/call.ts'
import type { AppEvent } from '../shared/events.ts'
import type { Request } from './transports/ipc.ts'

const ask = (request: Request): Promise<Result> => ipcRenderer.invoke('regulars', request)

const listeners = new Set<(event: AppEvent) => void>()
ipcRenderer.on('regulars:event', (_event, said: AppEvent) => listeners.forEach(listener => listener(said)))

const bridge: Bridge<File> = {
  call: (name, input) => ask({ type: 'call', name, input }),
  subscribe(listener) {
    const own = (event: AppEvent) => listener(event)
    listeners.add(own)
    return () => void listeners.delete(own)
  },
  pickFile: () => ask({ type: 'pick' }),
  // Empty for a file that a script made up: only what a person dropped or picked has a path.
  offerFile: file => ask({ type: 'offer', path: webUtils.getPathForFile(file) }),
  openAttachment: attachment => ask({ type: 'open', attachment }),
  chooseFolder: () => ask({ type: 'folder' }),
  startsAtLogin: () => ask({ type: 'startsAtLogin' }),
  startAtLogin: wanted => ask({ type: 'startAtLogin', wanted }),
  preparePrint: title => ask({ type: 'printout', title }),
  print: token => ask({ type: 'print', token }),
  chooseDestination: name => ask({ type: 'destination', name }),
}

contextBridge.exposeInMainWorld('regulars', bridge)
