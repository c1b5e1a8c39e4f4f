import { arch, release } from 'node:os'
import product from '../../package.json' with { type: 'json' }
import type { diagnosticsContract } from '../../shared/diagnostics/contract.ts'
import { catalogueOf } from '../backups/catalogue.ts'
import { countsOf } from '../backups/queries.ts'
import { storedSettings } from '../backups/settings.ts'
import { newestOf } from '../backups/state.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { Handlers } from '../handlers.ts'
import { lookAtFolder } from './folder.ts'
import * as queries from './queries.ts'
import { readLog } from './read-log.ts'
import { sizesIn } from './sizes.ts'

export const diagnosticsHandlers: Handlers<typeof diagnosticsContract> = {
  'diagnostics.state': async (_input, context) => {
    const { db } = context
    const { free, format, sqlite } = await queries.aboutDatabase(db)
    const { node, electron = null } = process.versions
    return {
      folder: await lookAtFolder(ownFolder(context)),
      versions: { app: product.version, format, sqlite, node, electron, system: `${process.platform} ${release()} ${arch()}` },
      sizes: sizesIn(ownFolder(context), free),
      counts: await countsOf(db),
      backups: backupsOf(ownFolder(context)),
    }
  },

  'diagnostics.log': ({ limit }, context) => ({ lines: readLog(ownFolder(context), limit) }),
}

function backupsOf(dataFolder: string) {
  const catalogue = catalogueOf(dataFolder)
  const newest = newestOf(catalogue, dataFolder)
  return {
    count: catalogue.entries.length,
    places: storedSettings(dataFolder).places.length,
    newestAt: newest?.manifest.madeAt ?? null,
    verifiedAt: newest?.verifiedAt ?? null,
    failed: catalogue.entries.filter(({ failure }) => failure !== null).length,
  }
}
