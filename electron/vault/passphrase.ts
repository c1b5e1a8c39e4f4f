/** As the recovery sheet prints it: keyboards and systems write "ä" as one sign or as two, and the same words have to open everything. */
export const asPrinted = (passphrase: string) => passphrase.normalize('NFC')
