import { stateOf as backupState } from '../../backups/state.ts'
import { stateOf as duplicateState } from '../../duplicates/service.ts'
import { textIn } from '../../texts.ts'
import { figure } from '../figures.ts'
import type { Source, Surroundings, Told } from '../source.ts'

const note = (key: string, { settings }: Surroundings) => textIn(settings.language, `dashboard.notes.${key}`)

export const duplicatesTile: Source = {
  tile: 'duplicates',
  async tell(surroundings): Promise<Told> {
    const { scannedAt, groups, certain } = await duplicateState(surroundings.db)
    const link = { page: 'duplicates', id: null, query: {} }
    if (scannedAt === null) return { figures: [], note: note('notSearched', surroundings), link }
    return {
      figures: [
        figure({ key: 'duplicates', type: 'number', value: groups }, 'dashboard', surroundings),
        figure({ key: 'certainDuplicates', type: 'number', value: certain }, 'dashboard', surroundings),
      ],
      link,
    }
  },
}

/** The newest one that has proved itself. */
export const backupTile: Source = {
  tile: 'backup',
  async tell(surroundings): Promise<Told> {
    const { db, now, context } = surroundings
    const link = { page: 'backupSettings', id: null, query: {} }
    const state = context.dataFolder === null ? null : await backupState(db, context.dataFolder, now)
    if (!state?.newest) return { figures: [], note: note('noBackup', surroundings), link }
    const isBad = state.isOld || state.failure !== null
    return { figures: [figure({ key: 'backup', type: 'instant', value: state.newest.madeAt, isBad }, 'dashboard', surroundings)], link }
  },
}
