// The area in which a customer draws. Points are kept as they were drawn, so that they can be drawn anew: after
// undo, when the phone is turned, when the customer comes back. What is sent is a picture of its own size.
import SignaturePad from './signature-pad.js'

const mostPoints = 2000
/** Of the picture as text. */
const mostBytes = 200_000
const mostWidth = 1200

const restMs = 300

const penColor = '#111827'
const pen = { minWidth: 0.5, maxWidth: 2.5 }

export function openPad(form, { kept, keep }) {
  const box = form.querySelector('[data-sign]')
  const canvas = form.querySelector('canvas[data-pad]')
  const full = form.querySelector('[data-full]')
  const field = form.querySelector('[name="signature"]')
  /** Strokes are lists of [x, y, milliseconds] on a paper of this size. */
  let { strokes = [], paper } = kept
  let scale = 1
  let resting

  box.hidden = false
  const pad = new SignaturePad(canvas, { penColor, minDistance: 3 })

  /** Everything anew, at the size and density that the screen has now. */
  const show = () => {
    const { clientWidth: width, clientHeight: height } = canvas
    if (width === 0) return
    const density = Math.max(1, devicePixelRatio)
    canvas.width = Math.round(width * density)
    canvas.height = Math.round(height * density)
    canvas.getContext('2d').scale(density, density)
    if (strokes.length === 0) paper = { width, height }
    scale = Math.min(1, width / paper.width, height / paper.height)
    Object.assign(pad, { minWidth: pen.minWidth * scale, maxWidth: pen.maxWidth * scale })
    pad.fromData(strokes.map((stroke) => groupOf(stroke, scale)))
    // Off and on: a stroke that was being drawn meanwhile ends here.
    pad.off()
    pad.on()
  }

  const countPoints = () => strokes.reduce((sum, { length }) => sum + length, 0)

  /** Whether there was anything new. */
  const take = () => {
    const drawn = pad.toData().slice(strokes.length)
    strokes = [...strokes, ...drawn.map(({ points }) => strokeOf(points, scale))]
    while (countPoints() > mostPoints) strokes = strokes.map(thin)
    return drawn.length > 0
  }

  /** A stroke can be thinned to its two ends, so there must be room for two more points. */
  const isFull = () => countPoints() > mostPoints - 2

  /** Pictures take a moment: one is made when the pen rests, or at the latest when it is needed. */
  const settle = () => {
    clearTimeout(resting)
    if (resting === undefined) return
    resting = undefined
    field.value = strokes.length > 0 ? picture(strokes, paper) : ''
    keep({ strokes, paper })
  }

  const tell = () => {
    full.hidden = !isFull()
    clearTimeout(resting)
    resting = setTimeout(settle, restMs)
  }

  const change = (next) => {
    strokes = next
    show()
    tell()
  }

  pad.addEventListener('beginStroke', (event) => {
    if (isFull()) event.preventDefault()
  })
  pad.addEventListener('endStroke', () => {
    take()
    tell()
  })
  form.querySelector('[data-undo]').addEventListener('click', () => change(strokes.slice(0, -1)))
  form.querySelector('[data-clear]').addEventListener('click', () => change([]))
  const fit = () => {
    const isNew = take()
    show()
    if (isNew) tell()
  }
  form.addEventListener('submit', settle)
  addEventListener('pagehide', settle)
  new ResizeObserver(fit).observe(canvas)
  addEventListener('resize', fit)
  show()
  tell()
}

/** A stroke as the pad knows it. Time shrinks with the way, so that lines keep their shape. */
function groupOf(stroke, scale) {
  const points = stroke.map(([x, y, ms]) => ({
    x: x * scale,
    y: y * scale,
    time: 1 + ms * scale,
    pressure: 0,
  }))
  return { points, penColor, minWidth: pen.minWidth * scale, maxWidth: pen.maxWidth * scale }
}

function strokeOf(points, scale) {
  const begun = points[0].time
  return points.map(({ x, y, time }) => [
    Math.round((x / scale) * 10) / 10,
    Math.round((y / scale) * 10) / 10,
    Math.round((time - begun) / scale),
  ])
}

/** Every second point, and both ends. */
function thin(stroke) {
  return stroke.filter((_, i) => i % 2 === 0 || i === stroke.length - 1)
}

/** As large as can be sent. */
function picture(strokes, { width, height }) {
  for (let density = Math.min(2, mostWidth / width); ; density *= 0.7) {
    const canvas = document.createElement('canvas')
    canvas.width = width * density
    canvas.height = height * density
    canvas.getContext('2d').scale(density, density)
    const pad = new SignaturePad(canvas)
    pad.fromData(strokes.map((stroke) => groupOf(stroke, 1)))
    const url = pad.toDataURL()
    if (url.length <= mostBytes) return url
  }
}
