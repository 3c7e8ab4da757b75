/** Where the plugin keeps its settings; a vault that has them is not adopted over. */
export const DATA = '.obsidian/plugins/paperweave/data.json';

/** Where the plugin keeps its undo records. */
export const CHANGES = '.obsidian/plugins/paperweave/changes/';

/** A vault with settings of its own: the start is silent. */
export const WITH_SETTINGS: Readonly<Record<string, string>> = { [DATA]: '{"version":1}' };

export interface NoteParts {
  readonly status?: string;
  /** Further lines of the front matter. */
  readonly yaml?: readonly string[];
  /** Items of the references section, without the dash; none leaves the section out. */
  readonly references?: readonly string[];
}

/** The text of a paper note. */
export function paperNote(title: string, { status = 'todo', yaml = [], references }: NoteParts = {}): string {
  const lines = ['---', `title: ${JSON.stringify(title)}`, `status: ${status}`, ...yaml, 'tags:', '  - paper', '---', '', `# ${title}`, ''];
  if (references) lines.push('## References', '', ...references.map((item) => `- ${item}`), '');
  return lines.join('\n');
}
