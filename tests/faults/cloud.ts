import { copyFileSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { extension } from '../../shared/backups/rules.ts'
import { aMoment, nothingYet, withShop, type Told } from './outcome.ts'

/** What programs that sync a folder do to the files in it. */
const habits: readonly ((folder: string, name: string) => void)[] = [
  (folder, name) => truncateSync(join(folder, name), 0),
  (folder, name) => copyFileSync(join(folder, name), join(folder, name.replace(extension, ` (conflicted copy)${extension}`))),
  (folder, name) => renameSync(join(folder, name), join(folder, `${name}.tmp`)),
  (folder, name) => rmSync(join(folder, name)),
]

/** A folder in which files come, go and are emptied while backups are copied into it. */
export function cloudRounds(folder: string, rounds: number, told: Told = () => undefined) {
  const outcome = nothingYet()
  const path = join(folder, 'Dropbox', 'backups')
  return withShop(join(folder, 'data'), async (api, offers) => {
    await api.run('backups.addPlace', { out: offers.offerWrite(path) })
    for (let round = 1; round <= rounds; round++) {
      await api('contacts.create', { givenName: `Anna ${round}` })
      const client = syncing(path)
      if ((await api.run('backups.create', {})).state === 'verified') outcome.backups++
      await client.stop()
      await api.run('backups.copy', {})
      outcome.losses.push(...(await lossesIn(api, round)).map(loss => `round ${round}: ${loss}`))
      outcome.rounds = outcome.confirmed = round
      told(round)
    }
    return outcome
  })
}

function syncing(path: string) {
  let isOver = false
  const work = async () => {
    while (!isOver) {
      await aMoment(60)
      meddle(path)
    }
  }
  const working = work()
  return {
    stop() {
      isOver = true
      return working
    },
  }
}

function meddle(path: string) {
  const names = readdirSync(path).filter(name => name.endsWith(extension) || name.endsWith('.part'))
  const name = names[Math.floor(Math.random() * names.length)]
  const habit = habits[Math.floor(Math.random() * habits.length)]!
  try {
    if (name) habit(path, name)
  } catch {
    // The file had just gone by itself.
  }
}

/** The shop’s own backup is there, the newest one is in the cloud’s folder again, and what was emptied there counts as none. */
async function lossesIn(api: Api, clients: number) {
  const { newest, places } = await api('backups.state', {})
  const losses = newest?.counts?.contacts === clients ? [] : [`the newest has ${newest?.counts?.contacts} of ${clients} clients`]
  if (places[0]!.failure) losses.push(`not copied: ${places[0]!.failure.reason}`)
  const { backups } = await api('backups.list', {})
  const copies = backups.filter(({ name }) => name === newest!.name)
  if (copies.length !== 2 || copies.some(({ state }) => state !== 'verified')) losses.push('the newest is not in both folders')
  for (const { bytes, state, name } of backups) if (bytes === 0 && state === 'verified') losses.push(`${name} is empty and counts`)
  return losses
}
