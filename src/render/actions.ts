/** What a customer can do on a page. A further action is one entry in the list. */
import type { Standing } from '../domain/standing.ts'
import type { PageInput } from '../ports/renderer.ts'
import type { Facts } from './facts.ts'
import { mailLink } from './links.ts'
import { canPay, canPayParts } from './paying.ts'
import { howToPay } from './sheet-view.ts'

export type Action = { id: string; label: string; href: string }

/** One action is the button, the others are quiet links. */
export type ActionsView = { primary: Action; quiet: Action[] }

type Situation = { facts: Facts; standing: Standing; page: PageInput }

type Rule = {
  id: string
  /** Label and link, or null where the action does not exist: a page never links to what is not there. */
  offer(situation: Situation): { label: string; href: string } | null
  /** The highest becomes the button. */
  rank(situation: Situation): number
}

/** In the order in which the quiet links stand. */
const rules: Rule[] = [
  {
    id: 'pay',
    offer: ({ facts, page }) =>
      canPay(facts, page) ? { label: payLabel(facts, page), href: `${page.path}/pay` } : null,
    rank: () => 100,
  },
  {
    id: 'pay_another',
    offer: ({ facts, page }) =>
      canPay(facts, page) && canPayParts(facts)
        ? { label: facts.labels.online.actions.payAnother, href: `${page.path}/pay#choice` }
        : null,
    rank: () => 0,
  },
  {
    id: 'download_receipt',
    offer: (situation) => receipt(situation),
    rank: () => 30,
  },
  {
    id: 'how_to_pay',
    offer: ({ facts }) =>
      howToPay(facts) ? { label: facts.labels.actions.howToPay, href: '#how-to-pay' } : null,
    rank: () => 50,
  },
  {
    id: 'download_pdf',
    offer: ({ facts, page }) => ({ label: facts.labels.actions.downloadPdf, href: pdfPath(page) }),
    rank: () => 10,
  },
  {
    id: 'print',
    offer: ({ facts, page }) => ({
      label: facts.labels.actions.print,
      // Without script the browser shows the PDF and prints that.
      href: page.mode === 'read_only' ? pdfPath(page) : `${pdfPath(page)}?inline=1`,
    }),
    rank: () => 0,
  },
  {
    id: 'contact',
    offer: (situation) => contact(situation),
    rank: ({ standing }) => (contactFirst.has(standing.state) ? 20 : 1),
  },
]

/** States in which there is nothing left to do but to talk. */
const contactFirst = new Set<string>(['void', 'uncollectible', 'declined', 'expired'])

/** The actions of a page, exactly one of them as the button. */
export function actionsView(situation: Situation): ActionsView {
  const offered = rules.flatMap((rule) => {
    const offer = rule.offer(situation)
    return offer ? [{ id: rule.id, rank: rule.rank(situation), ...offer }] : []
  })
  const best = offered.reduce((one, other) => (other.rank > one.rank ? other : one))
  const action = ({ id, label, href }: Action): Action => ({ id, label, href })
  return { primary: action(best), quiet: offered.filter((one) => one !== best).map(action) }
}

function payLabel({ labels, document }: Facts, page: PageInput): string {
  const { actions } = labels.online
  if (page.failed_payment) return actions.payAnotherWay
  return document.kind === 'estimate' ? actions.payDeposit : actions.payNow
}

/** The latest one, once nothing is asked for any more; the others stand beside their payments. */
function receipt({ facts, standing, page }: Situation): { label: string; href: string } | null {
  const latest = page.receipts?.at(-1)
  const isOver = facts.balance.amount_due_now_minor === 0 && !contactFirst.has(standing.state)
  if (!latest || !isOver) return null
  const label = facts.labels.online.actions.downloadReceipt
  return { label, href: pdfPath({ path: latest.path, mode: page.mode }) }
}

/** A host that only serves files needs the file's own name. */
function pdfPath({ path, mode }: Pick<PageInput, 'path' | 'mode'>): string {
  return mode === 'read_only' ? `${path}/pdf.pdf` : `${path}/pdf`
}

/** By mail with the number in the subject; without an address, the other ways to reach the business. */
function contact({ facts, standing }: Situation): { label: string; href: string } {
  const { labels, document, config } = facts
  const name = labels.names[document.kind](document.number)
  const { actions, subjects } = labels
  const [label, subject] =
    standing.state === 'expired'
      ? [actions.askUpdate, subjects.update(name)]
      : document.kind === 'estimate' && standing.state !== 'declined' && standing.state !== 'void'
        ? [actions.askQuestion, subjects.question(name)]
        : [actions.contact, subjects.contact(name)]
  return { label, href: mailLink(config.business.email, subject) ?? '#business' }
}
