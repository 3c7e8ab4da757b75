/** Texts as one line to edit, `a, b`; a text that holds a comma or a quote, or has space at its ends, is put in quotes, its own quotes doubled. */
export function renderCommaList(items: readonly string[]): string {
  return items.map((item) => (/[",]/.test(item) || item !== item.trim() ? `"${item.replace(/"/g, '""')}"` : item)).join(', ');
}

/** The texts of such a line: trimmed outside quotes, empty ones left out. A quote that is not closed reaches to the end. */
export function readCommaList(line: string): string[] {
  const items: string[] = [];
  let at = 0;
  while (at < line.length) {
    let from = at;
    while (from < line.length && line.charAt(from).trim() === '') from += 1;
    const quoted = line.charAt(from) === '"' ? readQuoted(line, from + 1) : null;
    const comma = line.indexOf(',', quoted?.end ?? from);
    const end = comma < 0 ? line.length : comma;
    const item = quoted ? quoted.text + line.slice(quoted.end, end).trim() : line.slice(from, end).trim();
    if (item !== '') items.push(item);
    at = end + 1;
  }
  return items;
}

function readQuoted(line: string, from: number): { text: string; end: number } {
  let text = '';
  let at = from;
  while (at < line.length) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return { text: text + line.slice(at), end: line.length };
    text += line.slice(at, quote);
    if (line.charAt(quote + 1) !== '"') return { text, end: quote + 1 };
    text += '"';
    at = quote + 2;
  }
  return { text, end: line.length };
}
