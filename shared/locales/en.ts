import errors from './en/errors.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import launch from './en/launch.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }

export const en = { errors, history, launch, shell, ui }
