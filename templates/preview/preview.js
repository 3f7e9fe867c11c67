// Of the pages around the samples, never of the samples: reloads their frames when files change.
const frames = [...document.querySelectorAll('iframe')]
const { version, shell } = document.documentElement.dataset
const live = document.getElementById('live')
const says = document.getElementById('says')
let shown = version

const events = new EventSource('/events')
events.addEventListener('open', () => tell('Live: follows your changes'))
events.addEventListener('error', () => tell('The preview has ended'))
events.addEventListener('message', ({ data }) => {
  if (data === shown) return
  shown = data
  follow()
})

/** What stands around the frames is loaded anew only where it is another: the place on the page stays. */
async function follow() {
  frames.forEach(reload)
  tell(`Changed ${new Date().toLocaleTimeString()}`)
  const answer = await fetch(location.href)
  const [, now] = /data-shell="(\w+)"/.exec(await answer.text()) ?? []
  if (now !== shell) location.reload()
}

function reload(frame) {
  try {
    frame.contentWindow.location.reload()
  } catch {
    const { src } = frame
    frame.src = src
  }
}

function tell(text) {
  live.textContent = text
}

document.querySelector('form').addEventListener('change', ({ currentTarget }) => {
  currentTarget.requestSubmit()
})

// One at a time: the frame of the chosen width, made smaller where it does not fit.
const frame = document.getElementById('frame')
if (frame) {
  frame.addEventListener('load', name)
  new ResizeObserver(scale).observe(frame.parentElement)
  document.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' })
  addEventListener('keydown', step)
  name()
  scale()
}

/** Of a mail its subject, of a page its title. */
function name() {
  says.textContent = frame.contentDocument?.title ?? ''
}

function scale() {
  const wanted = Number(frame.dataset.width)
  const room = frame.parentElement.clientWidth
  const factor = wanted > room ? room / wanted : 1
  frame.style.zoom = factor
  frame.style.height = factor < 1 ? `${100 / factor}%` : ''
}

function step({ key, target, altKey, ctrlKey, metaKey }) {
  if (altKey || ctrlKey || metaKey || target.closest('select')) return
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[key]
  document.querySelector(`a[rel=${rel}]`)?.click()
}
