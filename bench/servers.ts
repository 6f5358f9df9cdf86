import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BenchDatabase } from './database.ts'
import { answers, freePort, root, startProgram, toolAt, type Program } from './processes.ts'

/** A server on this machine. */
export interface Served extends Program {
  port: number
  url: string
}

/** Node as `npm start` and bin/khue.js start it. */
export const nodeFlags = ['--max-semi-space-size=4', '--import', 'tsx']

/** The public face of a real Khuê, alone on one core. */
export async function servePublic(
  { url, home }: BenchDatabase,
  more: { pinned?: boolean; env?: Record<string, string> } = {},
): Promise<Served> {
  const port = await freePort()
  const started = await startProgram({
    program: process.execPath,
    args: [...nodeFlags, path.join(root, 'bin/khue.ts'), 'serve', '--role', 'delivery'],
    env: {
      KHUE_HOME: home,
      DATABASE_URL: url,
      PORT: String(port),
      LISTEN: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...more.env,
    },
    pinned: more.pinned ?? true,
    ready: 'Dữ liệu (data)',
  })
  return { ...started, port, url: `http://127.0.0.1:${port}` }
}

/** A program of this folder on one core; it listens on PORT. */
export async function serveProgram(file: string, env: Record<string, string>): Promise<Served> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const started = await startProgram({
    program: process.execPath,
    args: [...nodeFlags, path.join(import.meta.dirname, file)],
    env: { PORT: String(port), ...env },
    pinned: true,
    ready: 'ready',
  })
  return { ...started, port, url }
}

/** nginx with one worker on one core, serving bytes that are compressed already, as a file it keeps open. */
export async function serveByNginx(gzip: Buffer): Promise<Served> {
  const program = toolAt('nginx', 'apt-get install nginx-light')
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-bench-nginx-'))
  for (const folder of ['www', 'temp']) mkdirSync(path.join(home, folder))
  const port = await freePort()
  writeFileSync(path.join(home, 'www/page.html'), '')
  writeFileSync(path.join(home, 'www/page.html.gz'), gzip)
  writeFileSync(path.join(home, 'nginx.conf'), nginxConf(home, port))
  const url = `http://127.0.0.1:${port}`
  const started = await startProgram({
    program,
    args: ['-c', path.join(home, 'nginx.conf'), '-p', home, '-g', 'daemon off;'],
    pinned: true,
    ready: () => answers(`${url}/page.html`, { 'accept-encoding': 'gzip' }),
  })
  return {
    ...started,
    port,
    url,
    async stop() {
      await started.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const nginxConf = (home: string, port: number): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${home}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  types { text/html html; }
  charset utf-8;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  open_file_cache_valid 1h;
  client_body_temp_path ${home}/temp/a;
  proxy_temp_path ${home}/temp/b;
  fastcgi_temp_path ${home}/temp/c;
  uwsgi_temp_path ${home}/temp/d;
  scgi_temp_path ${home}/temp/e;
  server {
    listen 127.0.0.1:${port};
    root ${home}/www;
    gzip_static always;
    add_header X-Content-Type-Options nosniff;
  }
}
`
