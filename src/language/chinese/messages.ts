/** Texts of what the core and the vault say of notes, plans and changes, in Simplified Chinese by their English. */
export const MESSAGES_IN_CHINESE: Readonly<Record<string, string>> = {
  // Between the items of an enumeration, and between sentences.
  ', ': '、',
  ' ': '',
};
