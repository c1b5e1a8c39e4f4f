import type { Connection } from '../db/open.ts'
import { inlineLane, type Lane } from './lane.ts'
import { workerLane } from './worker-lane.ts'

export type Lanes = {
  /** Jobs of one feature run one after the other, those of different features beside each other: an undo need not wait for an import. */
  laneOf(call: string): Lane
  reports: Lane
  close(): Promise<void>
}

type Options = { dataFolder: string | null; workerFile?: URL; now(): Date }

export function openLanes(connection: Connection, { dataFolder, workerFile, now }: Options): Lanes {
  if (dataFolder === null || !workerFile) {
    const lane = inlineLane(connection, now)
    return { laneOf: () => lane, reports: lane, close: lane.close }
  }
  const jobs = new Map<string, Lane>()
  const { isRescue } = connection
  const reports = workerLane(workerFile, { dataFolder, access: isRescue ? 'rescue' : 'read' })

  function laneOf(call: string) {
    const feature = call.split('.')[0]!
    const access = feature === 'exports' ? 'export' : 'worker'
    const lane = jobs.get(feature) ?? workerLane(workerFile!, { dataFolder: dataFolder!, access: isRescue ? 'rescue' : access })
    jobs.set(feature, lane)
    return lane
  }

  return {
    laneOf,
    reports,
    close: async () => {
      await Promise.all([...jobs.values(), reports].map(lane => lane.close()))
    },
  }
}
