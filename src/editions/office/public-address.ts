import type { Config } from '../../config.ts'

/** Public address of a path on a portal's host, as citizens open it. */
export const publicAddress = (config: Config, host: string, path: string): string =>
  `${config.publicScheme}://${host}${config.publicPort ? `:${config.publicPort}` : ''}${path}`
