import type { YamlListStyle } from './front-matter';

/**
 * How most of the lists in a front matter are written: `block` (`- a` at the margin, below the key), `indented` or `flow`
 * (`[a, b]`). Null where it holds no list with an item; where two styles are equally common, the first one counts. Only
 * top-level keys are looked at, and a bare `[[link]]` is no list.
 */
export function findYamlListStyle(yaml: string): YamlListStyle | null {
  const votes = new Map<YamlListStyle, number>();
  let afterKey = false;
  for (const line of yaml.split(/\r\n|\r|\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const style = afterKey ? itemStyle(line) : null;
    const rest = valueAfterKey(line);
    const found = style ?? (rest !== null && /^\[(?!\[)\s*[^\s\]]/.test(rest) ? 'flow' : null);
    if (found !== null) votes.set(found, (votes.get(found) ?? 0) + 1);
    afterKey = rest !== null && (rest === '' || rest.startsWith('#'));
  }
  return [...votes].reduce<[YamlListStyle | null, number]>((best, vote) => (vote[1] > best[1] ? vote : best), [null, 0])[0];
}

function itemStyle(line: string): YamlListStyle | null {
  if (/^-(?:\s|$)/.test(line)) return 'block';
  return /^[ \t]+-(?:\s|$)/.test(line) ? 'indented' : null;
}

function valueAfterKey(line: string): string | null {
  return /^[^\s#:-][^:]*:(?:\s|$)/.test(line) ? line.slice(line.indexOf(':') + 1).trim() : null;
}
