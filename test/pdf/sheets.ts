import type { PdfJob } from '../../src/ports/pdf-printer.ts'

/** A job around a few lines of HTML. */
export function job(body: string, more: Partial<PdfJob> & { head?: string } = {}): PdfJob {
  const { head = '<title>Invoice INV-001</title>', ...rest } = more
  return {
    html: `<!doctype html><html lang="de"><head>${head}</head><body>${body}</body></html>`,
    page: 'Letter',
    created_at: '2025-01-15T09:30:00.000Z',
    ...rest,
  }
}

/** A sheet with all that an invoice has: headings, a table with header cells, a total. */
export const invoice = job(
  `<h1>Invoice #INV-001</h1><h2>Items</h2>
  <table><thead><tr><th>Description<th>Qty<th>Amount</thead>
  <tbody><tr><td>Kitchen remodel<td>1<td>$5,000.00<tr><td>Labor<td>40 hrs<td>$3,600.00</table>
  <p>Total Due $9,288.00`,
  {
    head: `<title>Invoice INV-001</title>
      <style>@page{size:Letter;margin:18mm} body{font:12px sans-serif} h1{background:#1f5fbf}</style>`,
  },
)
