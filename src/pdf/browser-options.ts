/**
 * The command line of the browser: no window, no profile of its own, nothing that calls home. Three layers
 * of it keep the network away from pages: a proxy that does not exist, also for the machine itself, and
 * names and addresses that resolve to nothing. The sandbox stays on, except for root, where Chromium
 * refuses to start with it.
 */
export function browserArguments(path: string, profileDir: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    '--no-startup-window',
    `--user-data-dir=${profileDir}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...quiet,
    ...alike,
    ...(drawsOnDemand(path) ? demanding : []),
  ]
}

const quiet = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=AutofillServerCommunication,DialMediaRouteProvider,MediaRouter,OptimizationHints,Translate',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Equal input gives equal output on every machine: letters sit where the font says, not on pixels. */
const alike = ['--font-render-hinting=none', '--force-color-profile=srgb', '--lang=en-US']

const demanding = ['--enable-begin-frame-control', '--run-all-compositor-stages-before-draw']

/**
 * Whether pages of this browser can be told to draw themselves on a screen only when asked. Nobody looks at
 * the screen, and without it a PDF takes 40 % less of the processor. Only the headless shell can, and not
 * everywhere.
 */
export function drawsOnDemand(path: string): boolean {
  return process.platform === 'linux' && /headless[-_]shell$/.test(path)
}

/** The browser has no use for our secrets: it gets what it needs to start and to find its fonts. */
export function browserEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const passed = Object.entries(env).filter(([name]) => passedNames.test(name))
  return { ...Object.fromEntries(passed), TZ: 'UTC' }
}

const passedNames =
  /^(PATH|HOME|USER|LANG|LC_\w+|TMPDIR|TMP|TEMP|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH|SYSTEMROOT|SYSTEMDRIVE|WINDIR|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMFILES.*|PROGRAMDATA)$/i
