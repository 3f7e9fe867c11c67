import { type Fragment, fragment } from './fragment.ts'

/**
 * Of a row of `documents AS d`: what is on its way and not settled yet. A deposit that is on its way belongs to
 * the invoice too, once its estimate has one: nobody is asked for it a second time.
 */
export const pendingMinor = fragment`(${pendingOf(fragment`d.id`)} + ${pendingOf(fragment`(
  SELECT id FROM documents WHERE d.kind = 'invoice' AND number = d.estimate_number)`)})`

/* Two equations, for each of which there is an index. */
function pendingOf(id: Fragment): Fragment {
  return fragment`(SELECT coalesce(sum(pending_minor), 0) FROM checkouts
    WHERE document_id = ${id} AND state = 'processing')`
}
