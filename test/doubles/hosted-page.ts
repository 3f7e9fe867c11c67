import type { Answer } from './provider-double.ts'

/** A provider's page with a button for each thing that a customer may do. */
export function hostedPage(title: string, total: string, buttons: Record<string, string>): Answer {
  const shown = Object.entries(buttons).map(
    ([value, label]) => `<button name="outcome" value="${value}">${label}</button>`,
  )
  return page(title, `<p>${total}</p><form method="post">${shown.join(' ')}</form>`)
}

/** A page on which nothing can be done. */
export function messagePage(title: string, message: string): Answer {
  return page(title, `<p>${message}</p>`)
}

/** What was pressed. */
export function outcomeOf(body: string): string {
  return new URLSearchParams(body).get('outcome') ?? ''
}

function page(title: string, content: string): Answer {
  const head = `<head><meta charset="utf-8"><title>${title}</title></head>`
  const body = `<body><main><h1>${title}</h1>${content}</main></body>`
  return { status: 200, html: `<!doctype html><html lang="en">${head}${body}</html>` }
}
