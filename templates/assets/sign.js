// Shows a typed name as a signature, keeps what was typed and drawn while the customer goes back and forth, and
// loads the drawing area when somebody wants to draw: most people type.
const form = document.querySelector('#approve')
const place = `approve ${location.pathname}`

/** Names the estimate that is shown, in whatever language the consent is. */
const version = form?.elements.version.value.split('-', 2).join('-')

/** Of this tab only, and of this version of the estimate only. */
const read = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place))
    return kept?.version === version ? kept : {}
  } catch {
    return {}
  }
}

const keep = (changes) => {
  Object.assign(kept, changes, { version })
  try {
    sessionStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // Full or forbidden: then it is only kept on the page.
  }
}

const show = () => {
  const { signature_kind, signer_name } = form.elements
  const isDrawn = signature_kind.value === 'drawn'
  const typed = form.querySelector('[data-typed]')
  typed.textContent = signer_name.value
  typed.hidden = isDrawn || typed.textContent.trim() === ''
  // A typed signature sends no drawing, though one may be kept.
  form.querySelector('[name="signature"]').disabled = !isDrawn
  if (isDrawn) opened ??= open().catch(() => (opened = undefined))
}

const open = async () => (await import('./draw.js')).openPad(form, { kept, keep })

/** A second tap on a slow line would only be told that the estimate is approved already. */
const patienceMs = 10_000
const sendOnce = (event) => {
  if (performance.now() - sentAt < patienceMs) event.preventDefault()
  else sentAt = performance.now()
}

const kept = form ? read() : {}
let opened
let sentAt = -patienceMs

if (form) {
  const { signer_name, signature_kind } = form.elements
  if (signer_name.value === '') signer_name.value = kept.name ?? ''
  if (kept.kind && signature_kind instanceof RadioNodeList) signature_kind.value = kept.kind
  form.addEventListener('input', () => {
    keep({ name: signer_name.value, kind: signature_kind.value })
    show()
  })
  form.addEventListener('submit', sendOnce)
  addEventListener('pageshow', () => {
    sentAt = -patienceMs
  })
  show()
}
