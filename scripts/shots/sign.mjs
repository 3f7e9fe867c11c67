/** Strokes of a pen, as fractions of the field: a name in one go, and a line under it. */
const strokes = [
  Array.from({ length: 140 }, (_, i) => {
    const along = i / 139
    const turn = along * 44 + Math.sin(along * 9) * 1.6
    const height = along < 0.16 ? 0.3 : 0.06 + 0.07 * Math.abs(Math.sin(along * 7 + 1))
    return [0.16 + along * 0.6 + Math.cos(turn) * 0.03, 0.47 - Math.sin(turn) * height]
  }),
  Array.from({ length: 40 }, (_, i) => [0.2 + i * 0.0155, 0.74 - Math.sin(i / 13) * 0.06]),
]

/** Draws with the mouse on the field that a page offers for it. */
export async function drawSignature(page) {
  const field = page.locator('#approve canvas')
  await field.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await field.boundingBox()
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(([across, down]) => [x + across * width, y + down * height])
    await page.mouse.move(...first)
    await page.mouse.down()
    for (const point of rest) await page.mouse.move(...point)
    await page.mouse.up()
  }
}
