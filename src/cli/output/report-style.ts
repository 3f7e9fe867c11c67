/** Of the page of `report --html`: readable on a phone, in the dark, without colours, on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --a: #1f5fbf; --b: #7a8699; --c: #b3441f; --line: #8a94a3; --soft: #d9dee6 }
@media (prefers-color-scheme: dark) { :root { --a: #7fb0ff; --b: #a3adbd; --c: #ff9d76; --line: #7c8796; --soft: #3a424e } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 }
main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem }
h1 { font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
svg { display: block; width: 100%; height: auto; margin: .5rem 0; overflow: visible } svg text { font-size: 12px; fill: currentColor } svg line { stroke: var(--line) }
.a { fill: var(--a); background: var(--a) } .b { fill: var(--b); background: var(--b) } .c { fill: var(--c) }
.legend { margin: 0 } .key { display: inline-block; width: .8em; height: .8em; margin-left: .8em }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums } caption { position: absolute; clip-path: inset(50%) }
th, td { padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--soft); text-align: right } th:first-child { text-align: left } tbody th { font-weight: 400 }
@media (max-width: 30rem) { svg text { font-size: 22px } }
@media (forced-colors: active) { .a, .b, .c { forced-color-adjust: none } }
@media print { :root { color-scheme: light } body { font-size: 10pt } main { max-width: none; padding: 0 } section { break-inside: avoid } .key { print-color-adjust: exact } svg * { print-color-adjust: exact } }
`
