import type { HistoryPages } from '../ports/history-pages.ts'
import type { RenderContext } from './context.ts'
import { historyView } from './history-view.ts'
import { statementView } from './statement-view.ts'

/** The pages of a customer's history, each from its template. */
export function createHistoryPages(context: RenderContext): HistoryPages {
  const { engine } = context
  return {
    page: (input) => engine.render('pages/history', historyView(context, input)),
    statement: (input) => engine.render('pdf/statement', statementView(context, input)),
  }
}
