/** The consent to sign in one language. */
export type ConsentWords = {
  /** Raised whenever a word of the text changes; an approval keeps the text that it was given to. */
  version: string
  /** Stands for a business without a name. */
  someone: string
  /**
   * It must say all of these: that ticking the box and selecting the button, named as the page names it, agrees
   * to sign this estimate electronically and to receive it and related records electronically; that the
   * signature binds like one on paper; that the consent is for this document only; that a free paper copy can be
   * had, and the consent be withdrawn before signing, by contacting `who`, at `contact` unless that is empty;
   * and that paper is signed instead then.
   */
  text(who: string, contact: string): string
}
