/** The pages of our invoices as a site for Hugo: the same parts, the same facts, formatted by Hugo. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes what Hugo builds the pages from. Nothing else is to be made of it: no feeds, lists or taxonomies. */
export function writeHugoSite(dir: string, count: number): void {
  for (const folder of ['content/i', 'layouts/_default', 'layouts/partials']) {
    mkdirSync(join(dir, folder), { recursive: true })
  }
  writeFileSync(join(dir, 'config.toml'), config)
  writeFileSync(join(dir, 'layouts/_default/single.html'), page)
  for (const [name, text] of Object.entries(partials)) {
    writeFileSync(join(dir, `layouts/partials/${name}.html`), text)
  }
  for (let i = 0; i < count; i++) writeFileSync(join(dir, `content/i/${i}.md`), contentOf(i))
}

const config = `baseURL = "https://portal.example.com/"
languageCode = "en-US"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home"]
[params]
business = "Acme Remodeling"
email = "office@example.com"
`

/** As in the big workspace; every third is paid. Amounts are in minor units, as ours are. */
function contentOf(i: number): string {
  const first = 100 * (1000 + i)
  const items = [
    { description: 'Kitchen remodel', quantity: '1', unit: '', price: first, amount: first },
    { description: 'Labor', quantity: '40', unit: 'hrs', price: 6_500, amount: 260_000 },
    { description: 'Materials', quantity: '1', unit: '', price: 150_000, amount: 150_000 },
  ]
  const total = first + 410_000
  const token = i.toString(32).padStart(32, '0')
  const number = `INV-${i + 1}`
  const payments =
    i % 3 === 0 ? [{ on: '2025-01-20', what: 'Payment by check', amount: total }] : []
  const facts = { number, token, due: '2025-01-30', items, total, payments }
  const people = { customer: `Smith & Sons ${i % 200}`, address: '1 Main Street' }
  const url = `/i/${token}.html`
  return JSON.stringify({ title: number, date: '2025-01-15', url, ...facts, ...people })
}

const money = (value: string) => `{{ lang.FormatCurrency 2 "USD" (div (float ${value}) 100) }}`
const day = (value: string) => `{{ time.Format ":date_long" ${value} }}`

const page = `<!doctype html>
<html lang="en" dir="ltr">
{{ partial "head" . }}
<body>
{{ $paid := gt (len .Params.payments) 0 }}{{ $due := time .Params.due }}
{{ $state := "sent" }}{{ if $paid }}{{ $state = "paid" }}{{ else if $due.Before now }}{{ $state = "overdue" }}{{ end }}
{{ $balance := .Params.total }}{{ if $paid }}{{ $balance = 0 }}{{ end }}
{{ $facts := dict "page" . "paid" $paid "state" $state "balance" $balance }}
<main class="portal" data-kind="invoice" data-number="{{ .Params.number }}" data-state="{{ $state }}" data-balance-due-minor="{{ $balance }}" data-amount-due-now-minor="{{ $balance }}" data-viewed="/i/{{ .Params.token }}/viewed">
<header class="head">
{{ partial "brand" . }}
<h1>Invoice #{{ .Params.number }}</h1>
</header>
{{ partial "summary" $facts }}
<article class="sheet">
{{ partial "parties" . }}
{{ partial "items" . }}
{{ partial "totals" $facts }}
{{ partial "payments" . }}
{{ partial "business" . }}
</article>
</main></body>
</html>
`

const partials = {
  head: `<head>
<meta charset="utf-8">
<title>Invoice from {{ .Site.Params.business }}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow,noarchive,nosnippet">
<meta name="description" content="Invoice from {{ .Site.Params.business }}">
<meta property="og:title" content="Invoice from {{ .Site.Params.business }}">
<meta property="og:type" content="website">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme:light)">
<meta name="theme-color" content="#1e1d1b" media="(prefers-color-scheme:dark)">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="/assets/icon-56c796f99a50.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/brand-29d65e63a8f8.css">
<link rel="stylesheet" href="/assets/theme-f9e7c9d1a647.css" media="screen">
<link rel="stylesheet" href="/assets/print-3e183462ae25.css" media="print">
<script type="module" src="/assets/print-9fb4b03d7358.js"></script>
<script type="module" src="/assets/beacon-a32f47f1a3ed.js"></script>
</head>`,
  brand: '<p class="brand"><bdi class="name">{{ .Site.Params.business }}</bdi></p>',
  summary: `<section class="summary screen-only" aria-label="Summary">
<div class="says">
{{ if .paid }}<p class="state"><svg class="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="8.5"/><path d="m6 10.4 2.7 2.6L14 7.4"/></svg><span>Paid in full on ${day('(time (index .page.Params.payments 0).on)')}. Thank you.</span></p>{{ else if eq .state "overdue" }}<p class="state"><span>This invoice was due on ${day('(time .page.Params.due)')}.</span></p>{{ end }}
<p class="sum"><strong><bdi>${money('.page.Params.total')}</bdi></strong> <span>Total</span></p>
</div>
<div class="acts">
<a download="{{ .page.Params.number }}.pdf" class="button" href="/i/{{ .page.Params.token }}/pdf">Download PDF</a>
<ul>
<li><a href="/i/{{ .page.Params.token }}/pdf?inline=1" data-print>Print</a></li>
<li><form id="history" method="post" action="/i/{{ .page.Params.token }}/history"><button class="link">See Your History</button></form></li>
<li><a href="mailto:{{ .page.Site.Params.email }}?subject=Invoice%20{{ .page.Params.number }}">Contact</a></li>
</ul>
</div>
</section>`,
  parties: `<div class="parties">
<section class="from print-only"><h2>From:</h2><p class="name"><bdi>{{ .Site.Params.business }}</bdi></p><p><bdi>{{ .Site.Params.email }}</bdi></p></section>
<section class="to"><h2>Bill To:</h2><p class="name"><bdi>{{ .Params.customer }}</bdi></p><p><bdi>{{ .Params.address }}</bdi></p></section>
<dl class="facts">
<div><dt>Date:</dt> <dd><bdi>${day('.Date')}</bdi></dd></div>
<div><dt>Due:</dt> <dd><bdi>${day('(time .Params.due)')}</bdi></dd></div>
</dl>
</div>`,
  items: `<section class="items">
<h2 class="aloud" id="items">Items</h2>
<table role="table" aria-labelledby="items">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Description</th><th role="columnheader" scope="col">Qty</th><th role="columnheader" scope="col">Rate</th><th role="columnheader" scope="col">Amount</th></tr></thead>
<tbody role="rowgroup">
{{ range .Params.items }}<tr role="row">
<td role="cell"><bdi class="text">{{ .description }}</bdi></td>
<td role="cell"><bdi>{{ .quantity }}{{ with .unit }} {{ . }}{{ end }}</bdi></td>
<td role="cell"><bdi>${money('.price')}</bdi></td>
<td role="cell"><bdi>${money('.amount')}</bdi></td>
</tr>
{{ end }}</tbody>
</table>
</section>`,
  totals: `<section class="totals">
<h2 class="aloud">Totals</h2>
<dl>
<div class="plain"><dt>Subtotal</dt> <dd><bdi>${money('.page.Params.total')}</bdi></dd></div>
<div class="plain"><dt>Total</dt> <dd><bdi>${money('.page.Params.total')}</bdi></dd></div>
{{ if .paid }}<div class="plain"><dt>Paid</dt> <dd><bdi>−${money('.page.Params.total')}</bdi></dd></div>
<div class="grand"><dt>Balance Due</dt> <dd><bdi>${money('.balance')}</bdi></dd></div>{{ end }}
</dl>
</section>`,
  payments: `{{ with .Params.payments }}<section class="payments">
<h2>Payments</h2>
<ul>{{ range . }}<li><span class="date">${day('(time .on)')}</span> <span class="what"><bdi>{{ .what }}</bdi></span> <bdi class="amount">${money('.amount')}</bdi></li>{{ end }}</ul>
</section>{{ end }}`,
  business: `<section class="business screen-only" id="business">
<h2 class="aloud">Business</h2>
<address><p class="name"><bdi>{{ .Site.Params.business }}</bdi></p></address>
<ul><li><a href="mailto:{{ .Site.Params.email }}" rel="noreferrer"><bdi>{{ .Site.Params.email }}</bdi></a></li></ul>
</section>`,
}
