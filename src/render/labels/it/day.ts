/** "il 5 marzo", but "l’8 marzo" and "l’11 marzo": what is said of a day that comes in formatted. */
export function onDay(date: string): string {
  return beginsWithVowel(date) ? `l’${date}` : `il ${date}`
}

/** "al 5 marzo", "all’8 marzo": until a day, or as of it. */
export function toDay(date: string): string {
  return beginsWithVowel(date) ? `all’${date}` : `al ${date}`
}

/** Otto and undici. */
function beginsWithVowel(date: string): boolean {
  return /^(8|11)(?!\d)/.test(date)
}
