/**
 * Answers that say who is writing, by form: they are sealed apart under a key of their own and shown only on a second
 * person's approval. Every field for a name or a telephone must stand here or in `notIdentity`; a test looks for those
 * that stand nowhere.
 */
export const identity: Readonly<Record<string, readonly string[]>> = {
  report: ['reporter_name', 'phone'],
  exoneration: ['contact'],
}

/** Fields that hold a name or a number of somebody else: those the matter is about. */
export const notIdentity: Readonly<Record<string, readonly string[]>> = {
  report: ['respondents[].name'],
  revisit: ['visited'],
}
