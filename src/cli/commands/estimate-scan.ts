import { readScan } from '../../usecases/read-scan.ts'
import { defineCommand } from '../command.ts'
import { readOwn } from '../document-outcome.ts'
import { checkOutput, writeOutput } from '../output/file-output.ts'

export const estimateScan = defineCommand({
  arguments: { number: { says: "the estimate's number or id" } },
  options: { out: { value: 'file', says: 'where to; - for standard output' } },
  examples: ['portal estimate scan EST-001', 'portal estimate scan EST-001 --out paper.pdf'],
  async run(context, { number }, { out }) {
    const output = { out, what: 'The scan', command: 'portal estimate scan' }
    checkOutput(context, output)
    const app = await context.app()
    const { id } = await readOwn(app, number, 'estimate')
    const scan = await readScan(app, { number: id })
    const file = await writeOutput(context, output, scan)
    if (file === undefined) return 0
    return {
      json: { number: scan.number, file, bytes: scan.bytes.length },
      text: () => `Wrote ${file} (${Math.ceil(scan.bytes.length / 1024)} kB).`,
      next: `portal timeline ${scan.number}`,
    }
  },
})
