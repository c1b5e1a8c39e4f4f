import { parentPort, workerData } from 'node:worker_threads'
import type { Progress } from '../../shared/jobs/model.ts'
import { openDatabase } from '../db/open.ts'
import { controlOf } from './lane.ts'
import { perform, type Performed, type Work } from './perform.ts'

export type WorkerSetup = { dataFolder: string; access: 'worker' | 'read' }
export type ToWorker = { id: number; work: Work; cancelled: Int32Array }
export type FromWorker = { id: number; progress: Progress } | { id: number; performed: Performed }

const { dataFolder, access } = workerData as WorkerSetup
const connection = openDatabase(dataFolder, access)
const now = () => new Date()
const tell = (message: FromWorker) => parentPort!.postMessage(message)

let last: Promise<unknown> = Promise.resolve()
parentPort!.on('message', ({ id, work, cancelled }: ToWorker) => {
  const progress = (progress: Progress) => tell({ id, progress })
  last = last.then(async () => tell({ id, performed: await perform(connection, work, controlOf({ progress, cancelled }, now)) }))
})
