import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { extension } from '../../shared/backups/rules.ts'
import { stick } from './disks.ts'
import { aMoment, nothingYet, withShop, type Told } from './outcome.ts'

/** What the shop may be told while a stick comes and goes. */
const honest: readonly (string | null)[] = [null, 'placeMissing', 'placeReadOnly']

/** Pulls the stick out at another moment of each backup, and puts it in again. */
export function yankRounds(folder: string, rounds: number, told: Told = () => undefined) {
  const outcome = nothingYet()
  const { path, plugIn, unplug } = stick(folder)
  return withShop(join(folder, 'data'), async (api, offers) => {
    await api.run('backups.addPlace', { out: offers.offerWrite(join(path, 'backups')) })
    await api('contacts.create', { givenName: 'Anna', note: 'x'.repeat(9000) })
    for (let round = 1; round <= rounds; round++) {
      await api('contacts.create', { givenName: `Anna ${round}` })
      const backup = api.run('backups.create', {})
      await aMoment(400)
      unplug()
      if ((await backup).state === 'verified') outcome.backups++
      const said = (await api('backups.state', {})).places[0]!.failure?.reason ?? null
      if (!honest.includes(said)) outcome.losses.push(`round ${round}: told of ${said}`)
      plugIn()
      await api.run('backups.copy', {})
      outcome.losses.push(...(await lossesOn(join(path, 'backups'), api)).map(loss => `round ${round}: ${loss}`))
      outcome.rounds = round
      outcome.confirmed = round
      told(round)
    }
    return outcome
  })
}

/** Every backup on the stick is whole, and the newest is there. */
async function lossesOn(path: string, api: Api) {
  const { newest, places } = await api('backups.state', {})
  const names = readdirSync(path)
  const losses = places[0]!.failure ? [`not copied: ${places[0]!.failure.reason}`] : []
  if (!names.includes(newest!.name)) losses.push('the newest is not there')
  for (const name of names.filter(name => name.endsWith(extension))) {
    await api.run('backups.verify', { id: `${places[0]!.id}/${name}` }).catch((error: unknown) => losses.push(`${name}: ${String(error)}`))
  }
  return losses
}
