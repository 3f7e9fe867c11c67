/** A field of a text that people edit: its name, what is said above it, its value. */
export type YamlField = readonly [name: string, says: string, value: unknown]

/** YAML with a comment above each field; numbers stand without quotes, as people write them. */
export async function yamlLines(head: string, fields: readonly YamlField[]): Promise<string> {
  // A CommonJS package: in the bundle only its default can be had from a dynamic import.
  const { default: yaml } = await import('yaml')
  const parts = fields.map(([name, says, value]) => {
    const text = yaml.stringify({ [name]: value }, { lineWidth: 0, nullStr: 'null' })
    return `# ${says}\n${text.replaceAll(plainNumber, '$1$2')}`
  })
  return `${head
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')}\n\n${parts.join('\n')}`
}

const plainNumber = /^([ -]*(?:quantity|unit_price|rate|percent|fixed): )"(-?\d+(?:\.\d+)?)"$/gm
