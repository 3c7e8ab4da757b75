import { parse, stringify } from 'yaml';

const PARSE_OPTIONS = { schema: 'core', version: '1.2', uniqueKeys: true, merge: false, logLevel: 'error' } as const;

/** YAML 1.2 core, as the app reads it: dates stay strings, `yes` is a string, `012` is 12. Throws on invalid YAML and duplicate keys. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, PARSE_OPTIONS);
}

/** As the app writes it: no wrapping, double quotes only where needed, block lists indented by two, no anchors. Ends with a line break. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, {
    schema: 'core',
    version: '1.2',
    lineWidth: 0,
    aliasDuplicateObjects: false,
    singleQuote: false,
    indentSeq: true,
    nullStr: '',
  }).replace(/^([^\n]*:) +$/gm, '$1');
}

/** Front matter of a text: offsets are UTF-16 indexes; `from` is after the first line break, `to` before the closing dashes' line break. */
export function getFrontMatterInfo(text: string): { exists: boolean; frontmatter: string; from: number; to: number; contentStart: number } {
  const none = { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (!open) return none;
  const from = open[0].length;
  const end = /(?:^|\n)---[ \t]*(?:\r?\n|$)/g;
  end.lastIndex = from - 1;
  const found = end.exec(text);
  if (!found) return none;
  const dashes = found.index + 1;
  const to = Math.max(from, text[dashes - 2] === '\r' ? dashes - 2 : dashes - 1);
  return { exists: true, frontmatter: text.slice(from, to), from, to, contentStart: found.index + found[0].length };
}
