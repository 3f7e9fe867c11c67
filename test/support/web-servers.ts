/** nginx and Caddy as their users run them, with the configuration that `portal build` writes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export type RunningWebServer = {
  /** What it logged so far. */
  said(): string
  stop(): Promise<void>
}

export type WebServer = {
  name: string
  /** Undefined where it is not installed: then the tests say so and are left out. */
  program: string | undefined
  /** Serves a workspace's site at its public URL; returns when it answers. */
  start(workspaceDir: string, publicUrl: string): Promise<RunningWebServer>
}

export const webServers: WebServer[] = [
  { name: 'nginx', program: findProgram('nginx'), start: startNginx },
  { name: 'Caddy', program: findProgram('caddy'), start: startCaddy },
]

/** Says in a test's title why it does not run. */
export function titleOf({ name, program }: WebServer): string {
  return program ? name : `${name} (not installed here: apt-get install ${name.toLowerCase()})`
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Around it the least that nginx wants; as root, its workers may read what the tests may. */
async function startNginx(workspaceDir: string, publicUrl: string): Promise<RunningWebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-nginx-'))
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const text = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    `pid ${folder}/pid;`,
    'worker_processes 1;',
    'events {}',
    'http {',
    'types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }',
    'types { image/png png; application/pdf pdf; text/plain txt; }',
    ...kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`),
    `include ${workspaceDir}/hosting/nginx.conf;`,
    '}',
  ]
  writeFileSync(join(folder, 'nginx.conf'), text.join('\n'))
  const args = ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]
  return runUntilStopped(spawn(findProgram('nginx') ?? '', args), publicUrl, folder)
}

/** Without the door through which its administrators talk to it: there may be another Caddy. */
async function startCaddy(workspaceDir: string, publicUrl: string): Promise<RunningWebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-caddy-'))
  const text = readFileSync(join(workspaceDir, 'hosting/Caddyfile'), 'utf8')
  writeFileSync(join(folder, 'Caddyfile'), text.replace(/^\{$/m, '{\n\tadmin off'))
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  const env = { PATH: process.env.PATH, HOME: folder }
  return runUntilStopped(spawn(findProgram('caddy') ?? '', args, { env }), publicUrl, folder)
}

async function runUntilStopped(
  child: ChildProcess,
  publicUrl: string,
  folder: string,
): Promise<RunningWebServer> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let hasEnded = false
  ended.then(() => (hasEnded = true))
  while (!(await answers(publicUrl))) {
    if (hasEnded) throw new Error(`it did not start: ${said}`)
  }
  return {
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Tries for a moment, so that asking again and again is no busy loop. */
function answers(publicUrl: string): Promise<boolean> {
  const { hostname, port } = new URL(publicUrl)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) })
    const end = (isThere: boolean) => {
      socket.destroy()
      if (isThere) resolve(true)
      else setTimeout(resolve, 20, false)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
