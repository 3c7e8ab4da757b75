/** A paper as the generator of the seed writes it. */
const generated = (key: string, title: string, ...cites: readonly (readonly [key: string, title: string])[]): string =>
  [
    '---', `title: ${title}`, 'authors:', '- Ada Generated', `meta_key: ${key}`, 'numCitedBy: 12', 'pdf_relpath: null', 'status: todo', 'tags:', '- gen-from-ref', '- paper', 'year: 2018', '---',
    '', `# ${title}`, '', '## References', '', ...cites.map(([name, label]) => `- [${label}](./${name}.md)`), '',
  ].join('\n');

/** A note as Zotero Integration makes it of the templates that its users share. */
const imported = (key: string, title: string, authors: string): string =>
  ['---', `citekey: ${key}`, `aliases: ["@${key}"]`, `title: "${title}"`, `authors: ${authors}`, 'year: 2020', 'tags: [literature-note]', '---', '', `## ${title}`, '', '### Annotations', ''].join('\n');

/** A note by hand: no front matter, its sources as wikilinks. */
const byHand = (...cites: readonly string[]): string => ['What it is about.', '', '## References', '', ...cites.map((name) => `- [[${name}]]`), ''].join('\n');

export const GENERATED: Readonly<Record<string, string>> = {
  'papers/first-generated-work.md': generated('first-generated-work', 'First Generated Work', ['second-generated-work', 'Second Generated Work']),
  'papers/second-generated-work.md': generated('second-generated-work', 'Second Generated Work'),
  'papers/third-generated-work.md': generated('third-generated-work', 'Third Generated Work', ['first-generated-work', 'First Generated Work'], ['never-read', 'A Work That Nobody Has']),
};

export const IMPORTED: Readonly<Record<string, string>> = {
  'Zotero/one2020.md': imported('one2020', 'An Imported Work', 'Ada van One, Ben Two'),
  'Zotero/two2020.md': imported('two2020', 'Another Imported Work', 'Ben Two'),
  'Zotero/three2020.md': imported('three2020', 'A Third Imported Work', 'Cy Three, Ada van One'),
};

export const BY_HAND: Readonly<Record<string, string>> = {
  'Reading/Old Work.md': byHand('First Generated Work', 'Older Work'),
  'Reading/Older Work.md': byHand('Nobody Has This Either'),
  'Reading/New Work.md': byHand('Old Work', 'Older Work', '@one2020', 'second-generated-work'),
};

/** Templates: in the core plugin's folder, and one of Zotero Integration's import formats among its notes. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  'Templates/paper.md': '---\ntitle: {{title}}\nauthors: []\nstatus: todo\ntags: [paper]\n---\n\n## References\n\n- [[Old Work]]\n- [[x]]\n- [[y]]\n',
  'Zotero/Import.md': '---\ncitekey: {{citekey}}\naliases: ["@{{citekey}}"]\ntitle: "{{title}}"\nauthors: {{authors}}\ntags: [literature-note]\n---\n\n## {{title}}\n',
};

/** Notes that are no papers, though some end with their sources. */
export const OTHERS: Readonly<Record<string, string>> = {
  'Ideas/On Methods.md': 'A thought.\n\n## References\n\n- [[First Generated Work]]\n',
  'Ideas/On Data.md': 'A thought.\n\n## References\n\n- [[Old Work]]\n- [[two2020]]\n\n## See also\n\n- [[On Methods]]\n- [[On Time]]\n- [[2024-05-31]]\n',
  'Ideas/On Time.md': 'A thought.\n\n## References\n\n- [[New Work]]\n',
  'Journal/2024-05-31.md': '# Friday\n\nRead [[Old Work]].\n',
};

/** What tells the app where its own templates are. */
export const CONFIG: Readonly<Record<string, string>> = { '.obsidian/templates.json': '{"folder":"Templates"}' };
