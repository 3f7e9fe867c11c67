import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'

/** The line of config.yml on which an option such as `documents.taxes[0].rate` stands, if it does. */
export function lineOf(
  document: Document,
  counter: LineCounter,
  field: string,
): number | undefined {
  let node: unknown = document.contents
  let offset: number | undefined
  for (const part of field.match(/[^.[\]]+/g) ?? []) {
    const next = step(node, part)
    if (!next) break
    node = next.value
    offset = next.offset
  }
  return offset === undefined ? undefined : counter.linePos(offset).line
}

function step(node: unknown, part: string): { value: unknown; offset?: number } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(part)] as Node | undefined
    return value && { value, offset: value.range?.[0] }
  }
  const pair =
    isMap(node) && node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
  return pair ? { value: pair.value, offset: (pair.key as Node).range?.[0] } : undefined
}
