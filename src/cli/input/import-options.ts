/** Of the commands that read lists of other programs. */
export const importOptions = {
  map: { value: 'column=field', many: true, says: 'take a column for a field; =- leaves it out' },
  'dry-run': { says: 'try all of it, and write nothing' },
} as const
