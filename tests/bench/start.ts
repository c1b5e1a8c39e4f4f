import { fileURLToPath } from 'node:url'
import { build } from '../../electron/launch/build-when-needed.ts'
import { hasDisplay } from '../../electron/launch/choose-host.ts'
import { projectFolder } from '../../electron/launch/project.ts'
import { findHosts } from '../e2e/hosts.ts'
import { median, type Figure, type Section } from './figures.ts'
import { measuredBy, measuredOnAScreenBy } from './process.ts'
import type { WindowStart } from './window-process.ts'

const rounds = 3

export async function measureStart(dataFolder: string): Promise<Section> {
  return { title: `Start with that list (${rounds} rounds, medians)`, figures: [...(await inWindow(dataFolder)), await inNode(dataFolder)] }
}

async function inNode(dataFolder: string): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    times.push((await measuredBy<{ milliseconds: number }>('./first-list-process.ts', dataFolder)).milliseconds)
  }
  return { what: 'first list without a window, in Node', value: median(times), unit: 'ms' }
}

async function inWindow(dataFolder: string): Promise<Figure[]> {
  const { electron } = await findHosts()
  if ('why' in electron) return [{ what: 'first list in Electron', value: Number.NaN, unit: 'ms', note: electron.why }]
  build()
  const windows = async (...args: string[]) => {
    const starts: WindowStart[] = []
    const measured = hasDisplay() ? measuredBy : measuredOnAScreenBy
    // The first one fills Chromium's caches.
    for (let round = 0; round <= rounds; round++) {
      starts.push(await measured<WindowStart>('./window-process.ts', electron.program, ...electron.args, ...args))
    }
    return starts.slice(1)
  }
  const empty = await windows(fileURLToPath(new URL('./empty-window.mjs', import.meta.url)))
  const ours = await windows(projectFolder, '--data', dataFolder)
  return [
    { what: 'an empty window painted', value: median(empty.map(({ painted }) => painted)), unit: 'ms' },
    { what: 'window painted', value: median(ours.map(({ painted }) => painted)), unit: 'ms', goal: { most: 700 } },
    { what: 'first list on the screen', value: median(ours.map(({ list }) => list)), unit: 'ms', goal: { most: 1500 } },
    { what: 'memory at rest, all processes', value: median(ours.map(({ memory }) => memory)), unit: 'MB', note: memoryNote(empty) },
  ]
}

const memoryNote = (empty: readonly WindowStart[]) =>
  `an empty window ${Math.round(median(empty.map(({ memory }) => memory)))} MB; pages that processes share are counted for each`
