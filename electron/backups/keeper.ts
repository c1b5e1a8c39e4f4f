import { createApi, type Api } from '../../shared/api.ts'
import type { BackupReason } from '../../shared/backups/model.ts'
import { isDue } from '../../shared/backups/rules.ts'
import { byTheClock } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { keyOf } from '../db/keys.ts'
import { catalogueOf } from './catalogue.ts'
import { isPlaceThere } from './places.ts'
import { storedSettings } from './settings.ts'

export type Keeper = {
  /** Before work that changes much at once. Never keeps it from being done: it can be taken back as well. */
  before(call: string): Promise<void>
  /** The last one, when the day is over. */
  end(): Promise<void>
}

/** `isOnClock` is a shop's day; a single call only backs up before it does much. */
type Options = {
  app: App
  dataFolder: string
  isOnClock: boolean
  now(): Date
  report(bug: unknown, where: string): void
  everyMilliseconds?: number
}

const backedUpBefore: Readonly<Record<string, BackupReason>> = {
  'imports.run': 'import',
  'calendar.import': 'import',
  'catalogue.importProducts': 'import',
  'catalogue.importServices': 'import',
  'loyalty.importOpening': 'import',
  'duplicates.mergeCertain': 'merge',
  'vault.encrypt': 'encryption',
  'vault.decrypt': 'encryption',
}
const aDay = 24 * 3_600_000

/** Sees to it that there are backups: on the clock, before what is large, and at the end. */
export function keepBackups({ app, dataFolder, isOnClock, now, report, everyMilliseconds = 60_000 }: Options): Keeper {
  const api = createApi({ call: (name, input) => app.dispatch(name, input, byTheClock), subscribe: app.subscribe })
  let working: Promise<void> | null = null
  /** One after the other; a failure stands in the catalogue, where the window reads it. */
  const alone = (work: () => Promise<unknown>) => (working ??= work().then(done, failed))
  const done = () => void (working = null)
  const failed = (error: unknown) => {
    done()
    report(error, 'backups')
  }
  /** Damaged data is not backed up: it would push out what is good. */
  const whole = async (work: () => Promise<unknown>) => (await api('database.state', {})).damage ?? work()
  const timer = isOnClock
    ? setInterval(() => void alone(() => whole(() => tick(api, dataFolder, now()))), everyMilliseconds).unref()
    : undefined

  async function backUpFor(reason: BackupReason) {
    await working
    await alone(() => whole(() => onceChanged(api, reason)))
  }

  return {
    before: async call => {
      const reason = backedUpBefore[call]
      if (reason) await backUpFor(reason)
    },
    end: async () => {
      clearInterval(timer)
      if (isOnClock) await backUpFor('quit')
      await working
    },
  }
}

async function onceChanged(api: Api, reason: BackupReason) {
  if ((await api('backups.state', {})).hasChanges) await api.run('backups.create', { reason })
}

async function tick(api: Api, dataFolder: string, now: Date) {
  const { hasChanges, newest, settings } = await api('backups.state', {})
  const lastAt = catalogueOf(dataFolder).last?.at ?? newest?.madeAt ?? null
  if (isDue({ hasChanges, lastAt, everyMinutes: settings.everyMinutes }, now)) return api.run('backups.create', { reason: 'rhythm' })
  if (hasComeBack(dataFolder)) return api.run('backups.copy', {})
  const stale = longestUnread(dataFolder, now)
  return stale && api.run('backups.verify', { id: stale })
}

/** A place that failed before and is there: a stick that has come back, or a disk that may have room again. */
function hasComeBack(dataFolder: string) {
  const { places } = catalogueOf(dataFolder)
  return storedSettings(dataFolder).places.some(place => places[place.id]?.failure && isPlaceThere(place))
}

/** Disks forget silently: what nobody has read for a week is read again, one with each turn. What an earlier passphrase opens waits for somebody who knows it. */
function longestUnread(dataFolder: string, now: Date): string | null {
  const good = catalogueOf(dataFolder).entries.filter(
    ({ verifiedAt, failure, manifest: { sealedBy } }) =>
      verifiedAt !== null && failure === null && (sealedBy === null || keyOf(sealedBy) !== null),
  )
  const [oldest] = good.toSorted((a, b) => Date.parse(a.verifiedAt!) - Date.parse(b.verifiedAt!))
  return oldest && now.getTime() - Date.parse(oldest.verifiedAt!) > 7 * aDay ? oldest.id : null
}
