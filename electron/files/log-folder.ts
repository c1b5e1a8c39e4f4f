import { join } from 'node:path'

export const logFolder = (dataFolder: string) => join(dataFolder, 'logs')
export const logFile = (dataFolder: string) => join(logFolder(dataFolder), 'regulars.log')
