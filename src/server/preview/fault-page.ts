import type { ThemeFault } from '../../ports/theme.ts'
import { html } from './markup.ts'

/** In place of a sample: what is wrong, in which file and line; the next save replaces it. */
export function faultPage({ message, hint, file, line, excerpt }: ThemeFault): string {
  const place = line === null ? file : `${file}, line ${line}`
  const width = String(excerpt.at(-1)?.line ?? '').length
  const lines = excerpt.map((one) => {
    const text = `${String(one.line).padStart(width)}  ${one.text}`
    return one.line === line ? html`<mark>${text}</mark>\n` : html`${text}\n`
  })
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${place || 'config.yml'}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/preview.css">
</head>
<body class="fault">
<main>
<h1>This cannot be shown yet</h1>
${place ? html`<p class="place">${place}</p>` : html``}
<p class="message">${message}</p>
${excerpt.length > 0 ? html`<pre>${lines}</pre>` : html``}
<p>${hint} This page follows when you save.</p>
</main>
</body>
</html>`.markup
}

/** Where a link or form leads out of the samples. */
export function nowherePage(what: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Only a preview</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/preview.css">
</head>
<body class="fault calm">
<main><h1>Only a preview</h1><p>${what}</p></main>
</body>
</html>`.markup
}
