import errors from './de/errors.json' with { type: 'json' }
import history from './de/history.json' with { type: 'json' }
import launch from './de/launch.json' with { type: 'json' }
import shell from './de/shell.json' with { type: 'json' }
import ui from './de/ui.json' with { type: 'json' }

export const de = { errors, history, launch, shell, ui }
