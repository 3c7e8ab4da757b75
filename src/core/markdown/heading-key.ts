/** A heading's text for comparison: case and a trailing colon aside. */
export const headingKey = (text: string): string => text.replace(/[\s:：]+$/u, '').trim().toLowerCase();
