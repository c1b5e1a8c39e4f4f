import type { Figure, Section } from './figures.ts'
import { median } from './figures.ts'
import { measuredBy } from './process.ts'

export async function measureStart(dataFolder: string, rounds: number): Promise<Section> {
  const inNode: number[] = []
  for (let round = 0; round < Math.max(3, rounds); round++) {
    inNode.push((await measuredBy<{ milliseconds: number }>('./first-list-process.ts', dataFolder)).milliseconds)
  }
  const figures: Figure[] = [{ what: 'first list without a window, in Node', value: median(inNode), unit: 'ms' }]
  return { title: 'Start', figures }
}
