/** Every command: what it is for, and where its file is. Only the file of the one that runs is loaded. */
import type { CommandEntry } from './command.ts'

export const commands = {
  init: {
    summary: 'make a workspace',
    load: async () => (await import('./commands/init.ts')).init,
  },
  demo: {
    summary: 'make and serve a workspace to try things out',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  status: {
    summary: 'what is owed, what waits, what went wrong',
    load: async () => (await import('./commands/status.ts')).status,
  },
  doctor: {
    summary: 'check the set-up and name the remedies',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  'customer create': {
    summary: 'enter a customer',
    load: async () => (await import('./commands/customer-create.ts')).customerCreate,
  },
  'customer list': {
    summary: 'list customers',
    load: async () => (await import('./commands/customer-list.ts')).customersList,
  },
  'customer show': {
    summary: 'show a customer',
    load: async () => (await import('./commands/customer-show.ts')).customerShow,
  },
  'customer edit': {
    summary: 'change a customer',
    load: async () => (await import('./commands/customer-edit.ts')).customerEdit,
  },
  'customer archive': {
    summary: 'take a customer out of the lists, or bring one back',
    load: async () => (await import('./commands/customer-archive.ts')).customerArchive,
  },
  'customer import': {
    summary: 'enter customers from a list, also of other programs',
    load: async () => (await import('./commands/customer-import.ts')).customerImport,
  },
  'customer export': {
    summary: 'all that is kept about one customer, for them to have',
    load: async () => (await import('./commands/customer-export.ts')).customerExport,
  },
  'customer erase': {
    summary: 'forget a customer, but for what the law keeps',
    load: async () => (await import('./commands/customer-erase.ts')).customerErase,
  },
  'estimate create': {
    summary: 'make an estimate',
    load: async () => (await import('./commands/document-create.ts')).documentCreate('estimate'),
  },
  'estimate list': {
    summary: 'list estimates',
    load: async () => (await import('./commands/document-list.ts')).listOfDocuments('estimate'),
  },
  'estimate show': {
    summary: 'show an estimate',
    load: async () => (await import('./commands/document-show.ts')).documentShow('estimate'),
  },
  'estimate edit': {
    summary: 'change an estimate',
    load: async () => (await import('./commands/document-edit.ts')).documentEdit('estimate'),
  },
  'estimate delete': {
    summary: 'delete a draft',
    load: async () => (await import('./commands/document-delete.ts')).documentDelete('estimate'),
  },
  'estimate void': {
    summary: 'cancel an estimate that was sent',
    load: async () =>
      (await import('./commands/document-decide.ts')).documentDecide('estimate', 'void'),
  },
  'estimate revise': {
    summary: 'begin a new version; links show the old one until it is sent',
    load: async () =>
      (await import('./commands/document-derive.ts')).documentDerive('estimate', 'revise'),
  },
  'estimate reopen': {
    summary: 'open a declined estimate again',
    load: async () =>
      (await import('./commands/document-decide.ts')).documentDecide('estimate', 'reopen'),
  },
  'estimate approve': {
    summary: 'note that the customer approved; the deposit is due then',
    load: async () => (await import('./commands/estimate-approve.ts')).estimateApprove,
  },
  'estimate scan': {
    summary: 'get the scan of the signed paper back',
    load: async () => (await import('./commands/estimate-scan.ts')).estimateScan,
  },
  'estimate decline': {
    summary: 'note that the customer declined',
    load: async () => (await import('./commands/estimate-decline.ts')).estimateDecline,
  },
  'estimate invoice': {
    summary: 'make the invoice of an approved estimate, deposit included',
    load: async () => (await import('./commands/estimate-invoice.ts')).estimateInvoice,
  },
  'estimate copy': {
    summary: 'make a new draft like it',
    load: async () =>
      (await import('./commands/document-derive.ts')).documentDerive('estimate', 'copy'),
  },
  'invoice create': {
    summary: 'make an invoice',
    load: async () => (await import('./commands/document-create.ts')).documentCreate('invoice'),
  },
  'invoice import': {
    summary: 'enter invoices with payments from a list, also of other programs',
    load: async () => (await import('./commands/invoice-import.ts')).invoiceImport,
  },
  'invoice list': {
    summary: 'list invoices',
    load: async () => (await import('./commands/document-list.ts')).listOfDocuments('invoice'),
  },
  'invoice show': {
    summary: 'show an invoice or credit note',
    load: async () => (await import('./commands/document-show.ts')).documentShow('invoice'),
  },
  'invoice edit': {
    summary: 'change an invoice',
    load: async () => (await import('./commands/document-edit.ts')).documentEdit('invoice'),
  },
  'invoice delete': {
    summary: 'delete a draft',
    load: async () => (await import('./commands/document-delete.ts')).documentDelete('invoice'),
  },
  'invoice void': {
    summary: 'cancel an invoice that was sent',
    load: async () =>
      (await import('./commands/document-decide.ts')).documentDecide('invoice', 'void'),
  },
  'invoice revise': {
    summary: 'begin a new version; links show the old one until it is sent',
    load: async () =>
      (await import('./commands/document-derive.ts')).documentDerive('invoice', 'revise'),
  },
  'invoice reopen': {
    summary: 'ask for the money again, after a refund or when it was given up',
    load: async () =>
      (await import('./commands/document-decide.ts')).documentDecide('invoice', 'reopen'),
  },
  'invoice copy': {
    summary: 'make a new draft like it',
    load: async () =>
      (await import('./commands/document-derive.ts')).documentDerive('invoice', 'copy'),
  },
  'invoice credit': {
    summary: 'make a credit note over an invoice',
    load: async () =>
      (await import('./commands/document-derive.ts')).documentDerive('invoice', 'credit'),
  },
  'invoice uncollectible': {
    summary: 'give an invoice up',
    load: async () =>
      (await import('./commands/document-decide.ts')).documentDecide('invoice', 'uncollectible'),
  },
  'item create': {
    summary: 'put what you sell into the catalogue',
    load: async () => (await import('./commands/item-create.ts')).itemCreate,
  },
  'item import': {
    summary: 'put items into the catalogue from a list, also of other programs',
    load: async () => (await import('./commands/item-import.ts')).itemImport,
  },
  'item list': {
    summary: 'list the catalogue',
    load: async () => (await import('./commands/item-list.ts')).itemsList,
  },
  'item edit': {
    summary: 'change an item of the catalogue',
    load: async () => (await import('./commands/item-edit.ts')).itemEdit,
  },
  'item archive': {
    summary: 'take an item out of the list, or bring it back',
    load: async () => (await import('./commands/item-archive.ts')).itemArchive,
  },
  'recurring create': {
    summary: 'have the same invoice made again and again',
    load: async () => (await import('./commands/recurring-create.ts')).recurringCreate,
  },
  'recurring list': {
    summary: 'list recurring invoices',
    load: async () => (await import('./commands/recurring-list.ts')).recurringsList,
  },
  'recurring show': {
    summary: 'show one, and the invoices that came of it',
    load: async () => (await import('./commands/recurring-show.ts')).recurringShow,
  },
  'recurring edit': {
    summary: 'change what comes next: items, rhythm, end, mail',
    load: async () => (await import('./commands/recurring-edit.ts')).recurringEdit,
  },
  'recurring pause': {
    summary: 'make no invoice for a while',
    load: async () => (await import('./commands/recurring-change.ts')).recurringChange('pause'),
  },
  'recurring resume': {
    summary: 'go on after a pause',
    load: async () => (await import('./commands/recurring-change.ts')).recurringChange('resume'),
  },
  'recurring end': {
    summary: 'make no further invoice',
    load: async () => (await import('./commands/recurring-change.ts')).recurringChange('end'),
  },
  'recurring delete': {
    summary: 'take one away that made nothing yet',
    load: async () => (await import('./commands/recurring-delete.ts')).recurringDelete,
  },
  send: {
    summary: 'send documents by mail, each with its own secret link',
    load: async () => (await import('./commands/send.ts')).send,
  },
  share: {
    summary: 'make a secret link to hand over yourself',
    load: async () => (await import('./commands/share.ts')).share,
  },
  remind: {
    summary: 'remind of overdue invoices, or see who gets what and why',
    load: async () => (await import('./commands/remind.ts')).remind('reminders'),
  },
  nudge: {
    summary: 'remind of estimates without an answer, or see who gets what and why',
    load: async () => (await import('./commands/remind.ts')).remind('nudges'),
  },
  'shares list': {
    summary: 'list links, and who viewed what',
    load: async () => (await import('./commands/shares-list.ts')).sharesList,
  },
  'shares revoke': {
    summary: 'make links stop working',
    load: async () => (await import('./commands/shares-revoke.ts')).sharesRevoke,
  },
  'shares rotate': {
    summary: 'give links a new address; the old one dies',
    load: async () => (await import('./commands/shares-rotate.ts')).sharesRotate,
  },
  pdf: {
    summary: 'write a document or a receipt as PDF',
    load: async () => (await import('./commands/pdf.ts')).pdf,
  },
  open: {
    summary: 'look at a document as the customer does, without counting',
    load: async () => (await import('./commands/open.ts')).open,
  },
  timeline: {
    summary: 'what happened to a document',
    load: async () => (await import('./commands/timeline.ts')).timeline,
  },
  'payment record': {
    summary: 'book money received by cash, check or bank',
    load: async () => (await import('./commands/payment-record.ts')).paymentRecord,
  },
  'payment list': {
    summary: 'list what was booked, with receipts',
    load: async () => (await import('./commands/payment-list.ts')).paymentList,
  },
  'payment refund': {
    summary: 'give a payment back, whole or in part',
    load: async () => (await import('./commands/payment-refund.ts')).paymentRefund,
  },
  report: {
    summary: 'revenue, what is owed, days to pay and estimates, with bars',
    load: async () => (await import('./commands/report.ts')).report,
  },
  'report journal': {
    summary: "the accountant's journal",
    load: async () => (await import('./commands/report-journal.ts')).reportJournalCommand,
  },
  'report taxes': {
    summary: 'sales tax by month, quarter or year',
    load: async () => (await import('./commands/report-taxes.ts')).reportTaxesCommand,
  },
  'report numbers': {
    summary: 'every number that was given, what became of it, and gaps',
    load: async () => (await import('./commands/report-numbers.ts')).reportNumbersCommand,
  },
  reconcile: {
    summary: 'ask the providers what is true, and book what was missed',
    load: async () => (await import('./commands/reconcile.ts')).reconcile,
  },
  'webhook list': {
    summary: 'what the providers reported',
    load: async () => (await import('./commands/webhook-list.ts')).webhookList,
  },
  'webhook replay': {
    summary: 'look at reports of the providers again',
    load: async () => (await import('./commands/webhook-replay.ts')).webhookReplay,
  },
  'outbox list': {
    summary: 'mails that wait, went out or failed',
    load: async () => (await import('./commands/outbox-list.ts')).outboxList,
  },
  'outbox show': {
    summary: 'show a mail',
    load: async () => (await import('./commands/outbox-message.ts')).outboxMessage('show'),
  },
  'outbox retry': {
    summary: 'try a mail again now',
    load: async () => (await import('./commands/outbox-retry.ts')).outboxRetry,
  },
  'outbox cancel': {
    summary: 'take a mail out of the queue',
    load: async () => (await import('./commands/outbox-message.ts')).outboxMessage('cancel'),
  },
  'outbox bounce': {
    summary: 'note what a mail server reports of a mail that did not arrive',
    load: async () => (await import('./commands/outbox-bounce.ts')).outboxBounce,
  },
  'mail preview': {
    summary: 'show how a mail looks, without sending',
    load: async () => (await import('./commands/mail-preview.ts')).mailPreview,
  },
  'theme list': {
    summary: 'list themes',
    load: async () => (await import('./commands/theme-list.ts')).themeList,
  },
  'theme new': {
    summary: 'begin a theme of your own',
    load: async () => (await import('./commands/theme-new.ts')).themeNew,
  },
  'theme preview': {
    summary: 'see every page, mail and PDF in a theme, and follow your changes',
    load: async () => (await import('./commands/theme-preview.ts')).themePreview,
  },
  docs: {
    summary: 'read the guides, or make the manual page',
    load: async () => (await import('./commands/docs.ts')).docs,
  },
  completion: {
    summary: 'teach your shell the commands, numbers and customers',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
  build: {
    summary: 'write the static portal under site/',
    load: async () => (await import('./commands/build.ts')).build,
  },
  serve: {
    summary: 'serve the portal',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  cron: {
    summary: 'do what is due: reminders, mail, payments, pages',
    load: async () => (await import('./commands/cron.ts')).cron,
  },
  verify: {
    summary: 'check the books, timelines, PDFs and pages',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  backup: {
    summary: 'put the workspace into one file',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  restore: {
    summary: 'put a backup into an empty folder',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  export: {
    summary: 'write all records into a file for other programs',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  import: {
    summary: 'fill an empty workspace with an export',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
} as const satisfies Record<string, CommandEntry>

export type CommandName = keyof typeof commands
