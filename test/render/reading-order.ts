/** What a reader from the right sees out of order on a page, as a browser sets it. */

/** Facts of several words, which stay together and run from left to right. */
const wholes = [
  // The business and its customer, as the test makes them.
  String.raw`7-Eleven \(US\), Inc\.`,
  String.raw`\+?[\d() -]*\(555\) [\d-]+`,
  'John Smith',
  '742 Evergreen Terrace',
  'Springfield, IL 62704',
  // Times, commands, and what programs print.
  String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`,
  String.raw`(?:pdfsig|sha256sum|portal)(?: (?:[a-z]+_\w+|-*[a-z]+(?:-[a-z]+)*|[A-Z]+-[\w.-]+|[\d-]{10}))+`,
  'Signature is Valid',
  'Total document signed',
  'CAdES Verification successful',
  'Sandbox Pay',
  'user agent',
]

/**
 * A function of HTML, to be run in a page: lines such as "the sentence | a | b", where b comes after a and does
 * not stand to its left, or "its own order | 2025-001".
 */
export const readingOrder = `((html) => {
  const own = '\\\\p{Script=Arabic}\\\\p{Script=Hebrew}\\\\p{M}'
  const isOwn = new RegExp('(?!\\\\p{N})[' + own + ']', 'u')
  const parts = new RegExp(
    ${JSON.stringify(`${wholes.join('|')}|`)} +
      '[^("«“\\\\s\\\\u200e\\\\u200f\\\\u061c\\\\u2066-\\\\u2069' + own + '][^\\\\s\\\\u2066-\\\\u2069' + own + ']*|' +
      '[\\\\p{N}][\\\\p{N}٫٬]*|[' + own + ']+', 'gu')
  const edges = /^[^\\p{L}\\p{N}+−$€₪%]+|[^\\p{L}\\p{N}+−$€₪%]+$/gu
  const made = new DOMParser().parseFromString(html, 'text/html')
  document.documentElement.dir = made.documentElement.dir
  document.body.innerHTML = made.body.innerHTML
  for (const list of document.querySelectorAll('details')) list.open = true
  const range = document.createRange()
  const boxes = (node, from, to) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    return [...range.getClientRects()].filter((box) => box.width > 0)
  }
  const isOneLine = (a, b) => a.top < b.bottom && b.top < a.bottom
  const found = []

  function wordsOf(node) {
    return [...node.data.matchAll(parts)].flatMap(({ 0: all, index }) => {
      const text = all.replace(edges, '')
      const from = index + all.indexOf(text)
      const at = text ? boxes(node, from, from + text.length) : []
      if (at.length === 0) return []
      const signs = isOwn.test(text) || /[٠-٩\\u200f]/.test(text) ? [] : [...text].map((_, i) =>
        boxes(node, from + i, from + i + 1)[0]).filter(Boolean)
      if (signs.some((box, i) => i > 0 && isOneLine(signs[i - 1], box) && box.left < signs[i - 1].left))
        found.push('its own order | ' + text)
      const [box] = at
      const isWhole = at.every((one) => isOneLine(one, box))
      const left = Math.min(...at.map((one) => one.left))
      const right = Math.max(...at.map((one) => one.right))
      return [{ node, text, isWhole, box: { top: box.top, bottom: box.bottom, left, right } }]
    })
  }

  /* Text of people in their own letters, and what is to be typed, run as they are. */
  function runsAsItIs(node) {
    const near = node.parentElement.closest('bdi, code, [dir=ltr], [dir=auto], pre')
    return near !== null && near !== document.body && !isOwn.test(near.textContent)
  }

  function blockOf(node) {
    let one = node.parentElement
    while (getComputedStyle(one).display.startsWith('inline')) one = one.parentElement
    return one
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const blocks = new Map()
  while (walker.nextNode()) {
    const node = walker.currentNode
    const block = blockOf(node)
    blocks.set(block, [...(blocks.get(block) ?? []), ...wordsOf(node)])
  }
  for (const [block, words] of blocks) {
    if (!isOwn.test(block.textContent)) continue
    words.forEach((word, i) => {
      const before = words[i - 1]
      if (!before || !word.isWhole || !before.isWhole || !isOneLine(before.box, word.box)) return
      if (before.node === word.node && runsAsItIs(word.node)) return
      if (word.box.right > before.box.left + 1)
        found.push('the sentence | ' + before.text + ' | ' + word.text)
    })
  }
  return found
})`
