import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import type { Finding } from '../../usecases/finding.ts'
import { putBackCopy } from '../../usecases/put-back-copy.ts'
import { showDocument } from '../../usecases/show-document.ts'
import { type VerifiedFile, verifyFile } from '../../usecases/verify-file.ts'
import { type Verified, verifyWorkspace } from '../../usecases/verify-workspace.ts'
import { defineCommand, type Outcome } from '../command.ts'
import { withProgress } from '../output/progress.ts'
import { approvalLines, findingLines } from '../output/verify-view.ts'

export const verify = defineCommand({
  arguments: {
    number: { optional: true, says: 'one document, or a PDF file; everything without it' },
  },
  options: {
    all: { says: 'everything (as without a number)' },
    'put-back': { says: 'keep this file again: a signed copy that was lost or altered here' },
  },
  examples: [
    'portal verify --all',
    'portal verify EST-001',
    'portal verify EST-001.pdf',
    'portal verify EST-001.pdf --put-back',
  ],
  notes:
    'Checks totals, payments, timelines, approvals, PDFs, pages and the database against each other. Of a file it says who signed it, and whether it was altered since.',
  async run(context, { number }, { all = false, 'put-back': puts = false }) {
    if (all && number !== undefined) {
      throw new PortalError('usage', 'Name a document or a file, or use --all, not both.')
    }
    if (puts && number === undefined) {
      throw new PortalError('usage', '--put-back needs the file that is to be kept again.')
    }
    const app = await context.app()
    if (number === undefined) {
      return everything(
        await withProgress(context, 'Documents', (on_progress) =>
          verifyWorkspace(app, { on_progress }),
        ),
      )
    }
    const path = resolve(context.around.cwd, number)
    if (puts) return putBack(app, number, await readPdf(path))
    if (looksLikeFile(number) || !(await isDocumentOrNoFile(app, number, path))) {
      return ofFile(app, number, await verifyFile(app, await readPdf(path)))
    }
    return ofDocument(app, number, await verifyWorkspace(app, { number }))
  },
})

async function putBack(app: App, path: string, bytes: Buffer): Promise<Outcome> {
  const { number, put_back } = await putBackCopy(app, bytes)
  const verified = await verifyFile(app, bytes)
  const done = put_back ? `Put back the signed copy of ${number}.` : `${number} has it already.`
  const { json, ...outcome } = ofFile(app, path, verified)
  return {
    ...outcome,
    json: { ...(json as VerifiedFile), put_back },
    text: (paper) => `${done}\n\n${outcome.text(paper)}`,
  }
}

function everything({ ok, problems, checked }: Verified): Outcome {
  const well = `${checked} ${checked === 1 ? 'document' : 'documents'} checked.`
  return {
    json: { ok, problems, checked },
    exit_code: ok ? 0 : 1,
    text: (paper) => findingLines(problems, well, paper),
    next: ok ? 'portal backup <file>' : remedy(problems),
  }
}

function ofDocument(app: App, number: string, verified: Verified): Outcome {
  const { ok, problems, approvals } = verified
  const well =
    approvals.length > 0 ? 'nothing was altered since.' : 'nothing is wrong with the document.'
  return {
    json: verified,
    exit_code: ok ? 0 : 1,
    text: (paper) =>
      [...approvalLines(approvals, app, paper), findingLines(problems, well, paper)].join('\n'),
    next: ok ? `portal timeline ${number}` : remedy(problems),
  }
}

/** A lost copy comes back from outside; all else is for the owner to think about. */
function remedy(problems: Finding[]): string {
  if (problems.every(({ check }) => check === 'signed')) {
    return 'portal verify <file> --put-back, with the copy from a backup or from the mail that the customer got'
  }
  return 'portal backup <file> first, then look at each finding'
}

function ofFile(app: App, path: string, verified: VerifiedFile): Outcome {
  const { ok, problems, approvals, file } = verified
  return {
    json: verified,
    exit_code: ok ? 0 : 1,
    text: (paper) => {
      const findings = findingLines(problems, ok ? well[file.is] : '', paper)
      const signed = approvalLines(approvals, app, paper)
      const heading = signed.length > 0 ? ['', 'What was signed:', ''] : []
      const lines = ok ? [...signed, findings] : [findings, ...heading, ...signed]
      return [`SHA-256 of ${path}: ${file.sha256}`, '', ...lines].join('\n').trimEnd()
    },
    next: ok ? 'portal verify --all' : 'keep the file, and ask whoever gave it to you',
  }
}

/** What is to be said of a file with which nothing is wrong. */
const well = {
  copy: 'this is the signed copy, byte for byte, and nothing was altered since.',
  print: 'this PDF was printed here; it carries no signature.',
  altered_copy: '',
  unknown: '',
} as const satisfies Record<VerifiedFile['file']['is'], string>

function looksLikeFile(name: string): boolean {
  return /\.pdf$/i.test(name) || /^\.{0,2}\//.test(name)
}

/** Numbers come first: they, too, may have dots and slashes. */
async function isDocumentOrNoFile(app: App, number: string, path: string): Promise<boolean> {
  try {
    await showDocument(app, number)
    return true
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'not_found') throw error
    return !(await stat(path).catch(() => undefined))?.isFile()
  }
}

/** Larger than any PDF that is made here. */
const mostBytes = 200 * 1024 * 1024

async function readPdf(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) {
    const hint = 'Name a file that exists, or a document by its number: portal verify EST-001'
    throw new PortalError('not_found', `There is no file ${path}.`, hint)
  }
  if (found.size > mostBytes) {
    throw new PortalError('invalid_input', `${path} is too large to be a PDF from here.`)
  }
  try {
    return await readFile(path)
  } catch (error) {
    const { message } = error as Error
    throw new PortalError('invalid_input', `${path} cannot be read: ${message}`)
  }
}
