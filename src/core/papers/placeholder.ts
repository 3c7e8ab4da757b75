// What Handlebars, Nunjucks, QuickAdd or Templater fill. Double braces about several words, as BibTeX has them, are none.
const PLACEHOLDER = String.raw`\{\{\{?\s*(?:[#/^&>!][^{}\n]+|[^\s{}|:]+\s*(?:\|[^{}\n]*|:[^\s{}][^{}\n]*)?)\}\}|<%[^%\n]+%>`;
const ANYWHERE = new RegExp(PLACEHOLDER);
const ALONE = new RegExp(`^\\s*(?:${PLACEHOLDER})\\}?\\s*$`);

/** True where a text holds what a template plugin, or Paperweave itself, has yet to fill: `{{title}}`, `<% tp.file.title %>`. */
export const holdsPlaceholder = (text: string): boolean => ANYWHERE.test(text);

/** True where a text is nothing but such a placeholder. */
export const isPlaceholder = (text: string): boolean => ALONE.test(text);
