/** What stands for the records of a table in a sentence: one, several. */
const nouns: Record<string, [string, string]> = {
  customers: ['customer', 'customers'],
  documents: ['document', 'documents'],
  items: ['item', 'items'],
  payments: ['payment', 'payments'],
  recurring: ['recurring invoice', 'recurring invoices'],
  shares: ['link', 'links'],
  ledger: ['ledger entry', 'ledger entries'],
  receipts: ['receipt', 'receipts'],
  approvals: ['approval', 'approvals'],
  signed_copies: ['signed copy', 'signed copies'],
  events: ['event', 'events'],
  outbox: ['mail', 'mails'],
}

/** "2 customers, 5 documents, 1 approval"; what is only machinery is not told. */
export function tableCounts(counts: Record<string, number>): string {
  const parts = Object.entries(nouns).flatMap(([table, [one, many]]) => {
    const count = counts[table] ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return parts.join(', ') || 'an empty workspace'
}
