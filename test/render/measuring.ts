/** What is wrong with a page as somebody sees it: run in a real browser. */

/** What is tapped; small boxes have their label for that. */
const targets =
  'a, button, summary, label.option, textarea, input:not([type=radio], [type=checkbox])'

/** Opens the list of languages, and looks at all there is. Runs in the page. */
export const measure = `(() => {
  for (const list of document.querySelectorAll('details')) list.open = true
  const name = (one) => (one.textContent.trim() || one.id).slice(0, 60)
  const all = [...document.querySelectorAll('main *, nav *')].filter((one) => one.offsetHeight > 0)
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    cut: all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 &&
      getComputedStyle(one).display !== 'inline').map(name),
    small: all.filter((one) => one.matches(${JSON.stringify(targets)}) &&
      one.offsetHeight < 44).map(name),
  }
})()`
