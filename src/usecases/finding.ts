/** Something that is not as it must be; `number` is null when it is of no document. */
export type Finding = { check: string; number: string | null; message: string }

/** Notes a finding about the document that is looked at. */
export type Find = (check: string, message: string) => void
