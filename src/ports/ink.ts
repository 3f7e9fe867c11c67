/** Why a drawn signature is refused. */
export type InkFault = 'not_an_image' | 'too_big' | 'empty'

export type InkDrawing = { ok: true; png: Buffer } | { ok: false; fault: InkFault }

/** Takes a drawing from outside and draws it anew: only pixels of ours are kept. */
export type Ink = {
  /** @param dataUrl `data:image/png;base64,…` as the page's canvas gives it */
  redraw(dataUrl: string): Promise<InkDrawing>
}
