import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'

/** Everything the process is told from outside, read once at the edge (bin/khue.ts, the tests). */
export interface Config {
  /** Where this installation keeps its state: embedded database, files, secret. Absolute. */
  home: string
  /** PostgreSQL to use; without it an embedded one is started below `home`. */
  databaseUrl?: string
  databaseReadUrl?: string
  port: number
  officePort: number
  /** Processes that serve the public face; 1 is this process itself. */
  workers: number
  /** Address the servers listen on. */
  listen: string
  /** Address of the office as people type it, for links in mails and for cookies; no trailing slash. */
  officeUrl: string
  /** Address of the public face for links from the office: scheme and port; the host comes from the site. */
  publicScheme: 'http' | 'https'
  publicPort: number | undefined
  /** Minutes without activity after which an office session ends. */
  sessionIdleMinutes: number
  /** Memory for ready pages in each process of the public face, in bytes. */
  pageStoreBytes: number
  /** Tells a cache in front what each page shows, and that it may be held. */
  sharedCache: boolean
  /** Proxies whose X-Forwarded-For is believed: addresses, networks, or loopback. */
  trustedProxies: readonly string[]
  smtpUrl?: string
  mailFrom: string
  /** Largest film the library takes, in bytes. */
  filmBytes: number
  /** Where the pictures of maps come from, as {z}/{x}/{y} of the web map scheme, and whose they are. Without it maps show a grid. */
  mapTiles?: { address: string; origin: string; attribution: string }
  oidc?: { name: string; issuer: string; clientId: string; clientSecret: string }
  /** Signs cookies; shared by all office processes. Without it one is made and kept below `home`. */
  secret?: string
  /** Private keys of what citizens send, as a JWK set; instead of it a file that holds one. Without both a file below `home`. */
  sealingKeys?: string
  sealingKeysFile?: string
  logLevel: string
}

const port = z.coerce.number().int().min(0).max(65535)

/** A number of processes, or `auto` for one on each core. */
const workers = z
  .string()
  .transform((text) => (text === 'auto' ? os.availableParallelism() : Number(text)))
  .pipe(z.number('cần là auto hoặc một số').int().min(1, 'cần ít nhất 1').max(128, 'nhiều nhất 128'))

const environment = z.object({
  KHUE_HOME: z.string().default('var'),
  DATABASE_URL: z.string().optional(),
  DATABASE_READ_URL: z.string().optional(),
  PORT: port.default(3000),
  OFFICE_PORT: port.default(3001),
  WORKERS: workers.default(1),
  LISTEN: z.string().default('0.0.0.0'),
  OFFICE_URL: z.url().optional(),
  PUBLIC_SCHEME: z.enum(['http', 'https']).default('http'),
  PUBLIC_PORT: port.optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
  PAGE_STORE_MB: z.coerce.number().int().min(1).max(1024).default(64),
  SHARED_CACHE: z.enum(['on', 'off']).default('off'),
  TRUSTED_PROXIES: z.string().default('loopback'),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Cổng thông tin điện tử <khong-tra-loi@localhost>'),
  FILM_MEGABYTES: z.coerce.number().int().min(1).max(4096).default(300),
  MAP_TILES: z
    .string()
    .refine((text) => readTiles(text) !== undefined, 'cần là địa chỉ http(s) có đủ {z}, {x}, {y} sau tên miền')
    .optional(),
  MAP_ATTRIBUTION: z.string().default(''),
  OIDC_NAME: z.string().default('Đăng nhập một lần'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  KHUE_SECRET: z.string().min(32, 'cần ít nhất 32 ký tự').optional(),
  SEALING_KEYS: z.string().optional(),
  SEALING_KEYS_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** Reads the environment into a typed value. Throws one sentence that names the variable at fault. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(filled)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new Error(`Biến môi trường ${issue?.path.join('.')} không hợp lệ: ${issue?.message} (environment variable)`)
  }
  const e = read.data
  const databaseUrl = e.DATABASE_URL
  const oidc = e.OIDC_ISSUER
    ? {
        name: e.OIDC_NAME,
        issuer: e.OIDC_ISSUER,
        clientId: required('OIDC_CLIENT_ID', e.OIDC_CLIENT_ID),
        clientSecret: required('OIDC_CLIENT_SECRET', e.OIDC_CLIENT_SECRET),
      }
    : undefined
  return {
    home: path.resolve(e.KHUE_HOME),
    databaseUrl,
    databaseReadUrl: e.DATABASE_READ_URL,
    port: e.PORT,
    officePort: e.OFFICE_PORT,
    workers: e.WORKERS,
    listen: e.LISTEN,
    officeUrl: e.OFFICE_URL ?? `http://localhost:${e.OFFICE_PORT}`,
    publicScheme: e.PUBLIC_SCHEME,
    publicPort: e.PUBLIC_PORT ?? (e.PUBLIC_SCHEME === 'http' ? e.PORT : undefined),
    sessionIdleMinutes: e.SESSION_IDLE_MINUTES,
    pageStoreBytes: e.PAGE_STORE_MB * 1024 * 1024,
    sharedCache: e.SHARED_CACHE === 'on',
    trustedProxies: e.TRUSTED_PROXIES.split(',').flatMap((name) => name.trim() || []),
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    filmBytes: e.FILM_MEGABYTES * 1024 * 1024,
    mapTiles: e.MAP_TILES
      ? {
          address: e.MAP_TILES,
          origin: readTiles(e.MAP_TILES)!,
          attribution: e.MAP_ATTRIBUTION || new URL(e.MAP_TILES).host,
        }
      : undefined,
    oidc,
    secret: e.KHUE_SECRET,
    sealingKeys: e.SEALING_KEYS,
    sealingKeysFile: e.SEALING_KEYS_FILE && path.resolve(e.SEALING_KEYS_FILE),
    logLevel: e.LOG_LEVEL,
  }
}

/** The origin of an address of map pictures; undefined when it is none. Its host is fixed, so that a page can allow it and no other. */
function readTiles(text: string): string | undefined {
  const [, origin] = /^(https?:\/\/[\w.-]+(?::\d+)?)\/[^\s"'<>]*$/.exec(text) ?? []
  return origin && ['{z}', '{x}', '{y}'].every((part) => text.includes(part)) && URL.canParse(origin)
    ? origin
    : undefined
}

function required(name: string, value: string | undefined): string {
  if (!value) throw new Error(`Thiếu biến môi trường ${name}: OIDC_ISSUER cần có nó (missing environment variable)`)
  return value
}
