/** Of the page of `report --html`: readable on a phone, in the dark, without colours, on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f4f5f7; --ink: #1b2330; --quiet: #566173; --line: #dfe3ea;
  --a: #1f5fbf; --b: #6f9fdc; --c: #b3441f; --good: #2c7a4b; --track: #eceff4 }
@media (prefers-color-scheme: dark) { :root { --paper: #1b2028; --ground: #12161c; --ink: #e9edf3; --quiet: #a5afbf; --line: #333c49;
  --a: #6ea8ff; --b: #3f6ea8; --c: #ff9d76; --good: #6fcf97; --track: #262d38 } }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: var(--ground); color: var(--ink) }
main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
header { margin-bottom: .5rem } header p { margin: .25rem 0 0; color: var(--quiet) }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; letter-spacing: -.01em }
h2 { font-size: 1.25rem; margin: 1.5rem 0 0 } h3 { font-size: 1rem; margin: 0 0 1rem }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; min-width: 0 }
.figures { display: grid; gap: 1px; margin: 0; padding: 0; background: var(--line); overflow: hidden; grid-template-columns: repeat(2, minmax(0, 1fr)) }
.figures div { background: var(--paper); padding: 1rem 1.25rem } .figures dt { color: var(--quiet); font-size: .875rem }
.figures dd { margin: 0 } .figures .value { font-size: 1.375rem; font-weight: 650; line-height: 1.3; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.figures .note { color: var(--quiet); font-size: .875rem } .figures .late { color: var(--c) }
.figures div:nth-child(-n + 2) { grid-column: 1 / -1 }
.most { display: block; color: var(--quiet); font-size: .8125rem; font-variant-numeric: tabular-nums }
.columns { display: block; width: 100%; height: 12rem } .columns line { stroke: var(--line); vector-effect: non-scaling-stroke }
.months { display: grid; text-align: center; color: var(--quiet); font-size: .8125rem; margin: .25rem 0 0; padding: 0; list-style: none } .months .long { display: none }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 1rem; font-size: .875rem } .key { display: inline-block; width: .75em; height: .75em; border-radius: 2px; margin-right: .4em }
.a { fill: var(--a); background: var(--a) } .b { fill: var(--b); background: var(--b) } .c { fill: var(--c) } .good { fill: var(--good) } .track { fill: var(--track) }
.bar { display: block; width: 100%; height: .5rem; margin-top: .35rem; border-radius: 4px; overflow: hidden }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9375rem } caption { position: absolute; clip-path: inset(50%) }
th, td { padding: .4rem 0 .4rem .75rem; border-top: 1px solid var(--line); text-align: right; vertical-align: top; overflow-wrap: anywhere } th:first-child { text-align: left; padding-left: 0 }
thead th { border-top: 0; color: var(--quiet); font-weight: 500; font-size: .875rem } tbody th { font-weight: 400 } .barred th:first-child { width: 50% }
.after { margin: 1rem 0 0; color: var(--quiet); font-size: .9375rem }
@media (max-width: 26rem) { table { font-size: .8125rem } th, td { padding-left: .4rem } .card { padding: 1rem } .figures { padding: 0 } }
@media (min-width: 40rem) { .months .long { display: inline } .months .short { display: none } }
@media (min-width: 48rem) { main { grid-template-columns: repeat(2, minmax(0, 1fr)) } header, h2, .wide { grid-column: 1 / -1 }
  .figures { grid-template-columns: 1.2fr 1.2fr 1fr 1fr } .figures div:nth-child(-n + 2) { grid-column: auto } }
@media (forced-colors: active) { .a, .b, .c, .good { forced-color-adjust: none } }
@media print { :root { color-scheme: light; --paper: #fff; --ground: #fff; --ink: #000; --quiet: #444; --line: #ccc; --a: #1f5fbf; --b: #8fb3e0; --c: #b3441f; --good: #2c7a4b; --track: #eee }
  body { font-size: 10pt } main { max-width: none; padding: 0 } .card { break-inside: avoid; border-radius: 0 } h2 { break-after: avoid } .key, svg * { print-color-adjust: exact } .columns { height: 8rem } }
`
