import { join } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { smallDisk } from './disks.ts'
import { aMoment, nothingYet, withShop, type Told } from './outcome.ts'

const megabytes = 60

/** Fills the shop's disk at another moment of its work and of its backups, and empties it again. */
export async function fullRounds(folder: string, rounds: number, told: Told = () => undefined) {
  const outcome = nothingYet()
  const disk = smallDisk(folder, megabytes)
  const dataFolder = join(disk.path, 'data')
  const confirmed = new Set<number>()
  for (let round = 1; round <= rounds; round++) {
    await withShop(dataFolder, async api => {
      const backup = api.run('backups.create', {}).then(() => outcome.backups++, onlyFull(outcome.losses, round))
      const filled = aMoment(200).then(() => disk.fill())
      for (let index = 0; index < 30; index++) await create(api, confirmed).catch(onlyFull(outcome.losses, round))
      await Promise.all([backup, filled])
      disk.empty()
      await create(api, confirmed)
      outcome.losses.push(...(await lossesIn(api, confirmed)).map(loss => `round ${round}: ${loss}`))
    })
    outcome.rounds = round
    outcome.confirmed = confirmed.size
    told(round)
  }
  return outcome
}

/** Each is looked at once and thrown away then, so that the disk does not fill by itself. */
async function create(api: Api, confirmed: Set<number>) {
  confirmed.add((await api('contacts.create', { givenName: 'Anna', note: 'x'.repeat(4000) })).id)
}

const onlyFull = (losses: string[], round: number) => (error: unknown) => {
  const reason = error instanceof AppError ? error.failure.reason : String(error)
  if (!['diskFull', 'noRoom'].includes(reason)) losses.push(`round ${round}: told of ${reason}`)
}

async function lossesIn(api: Api, confirmed: ReadonlySet<number>) {
  const losses: string[] = []
  for (const id of confirmed) await api('contacts.get', { id }).catch(() => losses.push(`contact ${id}`))
  const { isWhole, failure } = await api('database.check', {})
  if (!isWhole) losses.push(`check: ${failure?.reason}`)
  return losses
}
