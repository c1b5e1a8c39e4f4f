const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

const spelled: Readonly<Record<string, string>> = { ' ': 'space' }

/** The names of a shortcut's keys on this machine; the locale files know how they are written. */
export const keyParts = (keys: string, mac = isMac()) =>
  keys.split('+').map(part => spelled[part] ?? (part === 'mod' ? (mac ? 'command' : 'control') : part))
