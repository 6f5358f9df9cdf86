import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './khue.ts'
import { lives, untilTrue } from './khue-process.ts'

const shipped = path.resolve(import.meta.dirname, '../../deploy/nginx.conf')

/** A real nginx with the shipped example, on free ports of this machine, with certificates made for it. */
export interface TestNginx {
  /** TLS, where the example says 443; and plain HTTP, where it says 80. */
  ports: { tls: number; plain: number }
  /** Those of the public face and of the office. */
  certificates: Buffer[]
  /** What it complained about. */
  errors(): string
  stop(): Promise<void>
}

export interface NginxFor {
  publicPort: number
  officePort: number
  /** Names instead of those of the example. */
  publicNames: string
  officeName: string
}

/** @throws a sentence that says how to install nginx, when it is not there. */
export async function startNginx(wanted: NginxFor): Promise<TestNginx> {
  const program = findNginx()
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-nginx-'))
  for (const folder of ['temp', 'cache']) mkdirSync(path.join(home, folder), { mode: 0o777 })
  const ports = { tls: await freePort(), plain: await freePort() }
  for (const face of ['public', 'office']) makeCertificate(home, face, wanted)
  writeFileSync(path.join(home, 'khue.conf'), settled(wanted, ports, home))
  writeFileSync(path.join(home, 'nginx.conf'), mainConf(home))
  const child = spawn(program, ['-c', path.join(home, 'nginx.conf'), '-p', home, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const answers = async (): Promise<boolean> =>
    await fetch(`http://127.0.0.1:${ports.plain}/`, { redirect: 'manual' }).then(
      ({ status }) => status === 301,
      () => false,
    )
  await untilTrue(answers, () => said, { seconds: 10, giveUp: () => child.exitCode !== null })
  return {
    ports,
    certificates: ['public', 'office'].map((face) => readFileSync(path.join(home, `${face}.crt`))),
    errors: () => said,
    async stop() {
      if (child.pid && lives(child.pid)) child.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function findNginx(): string {
  for (const program of [process.env.NGINX ?? '', '/usr/sbin/nginx', '/usr/local/sbin/nginx', 'nginx']) {
    try {
      if (program) execFileSync(program, ['-v'], { stdio: 'ignore' })
      if (program) return program
    } catch {
      // Look in the next place.
    }
  }
  throw new Error('nginx is not installed: apt-get install nginx-light (or set NGINX to its path)')
}

function makeCertificate(home: string, face: string, { publicNames, officeName }: NginxFor): void {
  const names = [...publicNames.split(' '), officeName].map((name) => `DNS:${name}`).join(',')
  const files = ['-keyout', path.join(home, `${face}.key`), '-out', path.join(home, `${face}.crt`)]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', ...kind, ...files, '-subj', '/CN=khue-test', '-addext', `subjectAltName=${names}`], {
    stdio: 'ignore',
  })
}

/** The example with names, ports and places of this test, and nothing else changed. */
function settled(wanted: NginxFor, ports: TestNginx['ports'], home: string): string {
  const replaced: [RegExp, string][] = [
    [/^ *listen \[::\].*\n/gm, ''],
    [/listen 443/g, `listen 127.0.0.1:${ports.tls}`],
    [/listen 80/g, `listen 127.0.0.1:${ports.plain}`],
    [/server_name hanoi\.example\.vn \*\.hanoi\.example\.vn/, `server_name ${wanted.publicNames}`],
    [/server_name toasoan\.example\.vn/, `server_name ${wanted.officeName}`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${wanted.publicPort}`],
    [/127\.0\.0\.1:3001/, `127.0.0.1:${wanted.officePort}`],
    [/\/etc\/ssl\/khue/g, home],
    [/\/var\/cache\/nginx\/khue/, path.join(home, 'cache')],
  ]
  let text = readFileSync(shipped, 'utf8')
  for (const [from, to] of replaced) {
    if (!text.match(from)) throw new Error(`deploy/nginx.conf says nothing of ${from}`)
    text = text.replace(from, to)
  }
  return text
}

const mainConf = (home: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${home}/nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${home}/temp/body;
  proxy_temp_path ${home}/temp/proxy;
  fastcgi_temp_path ${home}/temp/fastcgi;
  uwsgi_temp_path ${home}/temp/uwsgi;
  scgi_temp_path ${home}/temp/scgi;
  include ${home}/khue.conf;
}
`
