import { build } from 'electron-vite'
import { markBuilt } from './stamp.ts'

await build()
markBuilt()
