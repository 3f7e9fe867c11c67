// Tells the business once that a person looked. Mail scanners run scripts too, so only real input counts,
// and only after a second: programs act at once, people read first. A `scroll` event is no proof, since
// scripts can cause it; what people scroll with is listened to instead.
const path = document.querySelector('main').dataset.viewed
const inputs = ['pointerdown', 'keydown', 'touchstart', 'touchmove', 'wheel']
const leastMs = 1000
let loadedAt = Infinity

const tell = (triesLeft) =>
  fetch(path, { method: 'POST', keepalive: true })
    .then((answer) => {
      if (!answer.ok) throw answer
    })
    .catch(() => triesLeft > 0 && setTimeout(tell, 2000, triesLeft - 1))

const onInput = (event) => {
  if (!event.isTrusted || performance.now() - loadedAt < leastMs) return
  for (const name of inputs) removeEventListener(name, onInput, true)
  tell(1)
}

const onLoad = () => {
  loadedAt = performance.now()
}

if (path) {
  for (const name of inputs) addEventListener(name, onInput, { capture: true, passive: true })
  if (document.readyState === 'complete') onLoad()
  else addEventListener('load', onLoad)
}
