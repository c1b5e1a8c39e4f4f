import { app, BrowserWindow } from 'electron'

// What Electron itself needs on this machine, to compare with.
await app.whenReady()
await new BrowserWindow({ width: 1280, height: 820 }).loadURL('data:text/html,<div class="page"><p class="columns">empty</p></div>')
