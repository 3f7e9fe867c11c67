import { fileName } from '../domain/file-name.ts'
/** What a customer can do on a page. A further action is one entry in the list. */
import type { PageInput } from '../ports/renderer.ts'
import { type ActionsView, type Offer, pdfPath, printPath, type Situation } from './action.ts'
import {
  alikePath,
  askAction,
  contactFirst,
  decision,
  hasQuestions,
  renewal,
} from './decision-actions.ts'
import type { Facts } from './facts.ts'
import { mailLink } from './links.ts'
import { canPay, canPayParts } from './paying.ts'
import { howToPay } from './sheet-view.ts'

type Rule = {
  id: string
  /** Label and link, or null where the action does not exist: a page never links to what is not there. */
  offer(situation: Situation): Offer | null
  /** The highest becomes the button; a form can be nothing else. */
  rank(situation: Situation): number
}

/** In the order in which the quiet links stand. */
const rules: Rule[] = [
  {
    id: 'pay',
    offer: ({ facts, page }) =>
      canPay(facts, page)
        ? { label: payLabel(facts, page), href: facts.href(`${page.path}/pay`) }
        : null,
    rank: () => 100,
  },
  {
    id: 'pay_another',
    offer: ({ facts, page }) =>
      canPay(facts, page) && canPayParts(facts)
        ? {
            label: facts.labels.online.actions.payAnother,
            href: facts.href(`${page.path}/pay?amount_choice=custom#choice`),
          }
        : null,
    rank: () => 0,
  },
  {
    id: 'approve',
    offer: (situation) => decision(situation, 'approve'),
    rank: () => 100,
  },
  {
    id: 'decline',
    offer: (situation) => decision(situation, 'decline'),
    rank: () => 0,
  },
  {
    id: 'ask',
    offer: ({ facts, standing }) => (hasQuestions(facts, standing) ? askAction(facts) : null),
    rank: ({ page }) => (page.mode === 'read_only' ? 20 : 1),
  },
  {
    id: 'renew',
    offer: (situation) => renewal(situation),
    rank: () => 100,
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
    offer: ({ facts, page }) => ({
      label: pdfLabel(facts),
      href: pdfPath(page),
      file: fileName(facts.document.number),
    }),
    // What was signed comes before what was paid for it.
    rank: ({ facts }) => (isSigned(facts) ? 40 : 10),
  },
  {
    id: 'print',
    offer: ({ facts, page }) => ({
      label: facts.labels.actions.print,
      href: printPath(page),
    }),
    rank: () => 0,
  },
  {
    id: 'history',
    offer: ({ facts, page }) => historyOffer(facts, page),
    rank: () => 0,
  },
  {
    id: 'contact',
    offer: (situation) => contact(situation),
    rank: ({ standing }) => (contactFirst.has(standing.state) ? 20 : 1),
  },
]

/** Mails a link to all that the customer had; only a page that is served takes forms. */
export function historyOffer(
  facts: Pick<Facts, 'labels' | 'lang' | 'config'>,
  { path, mode }: Pick<PageInput, 'path' | 'mode'>,
): Offer | null {
  if (mode !== 'live') return null
  return {
    label: facts.labels.history.see,
    href: alikePath(facts, `${path}/history`),
    form: 'history',
  }
}

/** The actions of a page, exactly one of them as the button. */
export function actionsView(situation: Situation): ActionsView {
  const offered = rules.flatMap((rule) => {
    const offer = rule.offer(situation)
    return offer ? [{ rank: rule.rank(situation), action: { ...offer, id: rule.id } }] : []
  })
  const best = offered.reduce((one, other) => (other.rank > one.rank ? other : one))
  const quiet = offered.filter((one) => one !== best)
  return { primary: best.action, quiet: quiet.map(({ action }) => action) }
}

function payLabel({ labels, document }: Facts, page: PageInput): string {
  const { actions } = labels.online
  if (page.failed_payment) return actions.payAnotherWay
  return document.kind === 'estimate' ? actions.payDeposit : actions.payNow
}

/** The latest one, once nothing is asked for or on its way any more; the others stand beside their payments. */
function receipt({ facts, standing, page }: Situation): Offer | null {
  const latest = page.receipts?.at(-1)
  const isOpen = facts.balance.amount_due_now_minor > 0 || facts.document.pending_minor > 0
  const isOver = !isOpen && !contactFirst.has(standing.state)
  if (!latest || !isOver) return null
  const label = facts.labels.online.actions.downloadReceipt
  const href = pdfPath({ path: latest.path, mode: page.mode })
  return { label, href, file: fileName(latest.number) }
}

/** Once the signed copy is there, it is what the document's PDF is. */
function pdfLabel(facts: Facts): string {
  const { approval, actions } = facts.labels
  return isSigned(facts) ? approval.actions.downloadSigned : actions.downloadPdf
}

function isSigned({ document: { approval } }: Facts): boolean {
  return approval !== null && approval.sealed_at !== null && approval.kind !== 'owner'
}

/** By mail with the number in the subject; without an address, the other ways to reach the business. */
function contact(situation: Situation): Offer | null {
  const { facts, standing } = situation
  if (hasQuestions(facts, standing)) return null
  const { labels, document, config } = facts
  const name = labels.names[document.kind](document.number)
  const { actions, subjects } = labels
  const asks = standing.state === 'expired' && !renewal(situation)
  const [label, subject] = asks
    ? [actions.askUpdate, subjects.update(name)]
    : [actions.contact, subjects.contact(name)]
  return { label, href: mailLink(config.business.email, subject) ?? '#business' }
}
