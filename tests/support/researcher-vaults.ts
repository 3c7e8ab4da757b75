/** What a vault's owner expects to see once the notes that look like papers are taken. */
export interface ResearcherVault {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** Title and status kind of each paper, by path. */
  readonly papers: Readonly<Record<string, readonly [title: string, kind: string | null]>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Titles of the missing works, in order. */
  readonly missing?: readonly string[];
  /** A line of the first paper that is not read, when it is; none where there are no papers. */
  readonly readLine?: string;
}

const lines = (...parts: readonly string[]): string => `${parts.join('\n')}\n`;
const withYaml = (yaml: readonly string[], body: readonly string[] = []): string => lines('---', ...yaml, '---', '', ...body);

/** The template of Zotero Integration that is shared most: title and authors stand in callouts. */
const shared = (key: string, title: string, status: string, read = '', body: readonly string[] = []): string =>
  withYaml(['category: literaturenote', 'tags: ', `citekey: ${key}`, `status: ${status}`, `dateread: ${read}`], [
    '> [!Cite]', `> Doe, J. (2020). _${title}_. [https://doi.org/10.1000/${key}](https://doi.org/10.1000/${key})`, '', '>[!md]', '> **FirstAuthor**:: Doe, Jane', `> **Title**:: ${title}`, '', '# Notes', '%% begin notes %%', '', '# Annotations', ...body,
  ]);

/** All of it in the front matter, names in one text. */
const full = (title: string, key: string, body: readonly string[] = []): string =>
  withYaml([`title: "${title}"`, 'authors: "Doe, Jane; Roe, Richard"', 'year: "2023"', 'journal: "Journal of Tests"', `doi: https://doi.org/10.1000/${key}`, `citekey: ${key}`, 'itemType: preprint', 'tags: [literature, robots, unread]'], body);

const byHand = (title: string, status: string, more: readonly string[] = [], body: readonly string[] = []): string =>
  withYaml([`title: ${title}`, 'authors: ["[[Jane Doe]]"]', 'published: 2020-05-01', ...more, `reading-status: ${status}`, 'tags:', '  - paper'], body);

const chinese = (title: string, status: string, body: readonly string[] = []): string =>
  withYaml([`标题: ${title}`, '作者: [张三, 李四]', '年份: 2021', '期刊: 学报', `阅读状态: ${status}`, 'tags: [论文]'], body);

const tagged = (title: string, status: string): string => withYaml([`title: ${title}`, 'year: 2020', `status: ${status}`, 'tags: [paper]']);

export const RESEARCHER_VAULTS: readonly ResearcherVault[] = [
  {
    what: 'the most shared template of Zotero Integration',
    files: {
      'Literature/@doe2020one.md': shared('doe2020one', 'A First Study', 'unread', '', ['', '# References', '', '- [[@doe2020two]]', '- @doe2020three']),
      'Literature/@doe2020two.md': shared('doe2020two', 'A Second Study', 'read', '2024-03-01'),
      'Literature/@doe2020three.md': shared('doe2020three', 'A Third Study', 'unread'),
      'Daily/2024-01-01.md': 'Read [[@doe2020two]].\n',
    },
    papers: { 'Literature/@doe2020one.md': ['@doe2020one', 'queued'], 'Literature/@doe2020three.md': ['@doe2020three', 'queued'], 'Literature/@doe2020two.md': ['@doe2020two', 'done'] },
    settings: { paperFolders: ['Literature'], readDateProperty: 'dateread' },
    readLine: 'status: read',
  },
  {
    what: 'front matter with everything, and references in IEEE style',
    files: {
      'Papers/Doe 2023.md': full('A Model for Tests: Part One', 'doe2023', ['## References', '', '1. [1] R. Roe, “An earlier model for tests,” *J. Tests*, vol. 3, 2022.', '2. [2] A. Lee, “A work that nobody has,” in *Proc. Tests*, 2021, pp. 1–9.', '3. [3] B. Moe, “Some title,” 2020, doi: 10.1000/moe2020.']),
      'Papers/Roe 2022.md': full('An Earlier Model for Tests', 'roe2022'),
      'Papers/Moe 2020.md': full('Another Model Altogether', 'moe2020'),
    },
    papers: { 'Papers/Doe 2023.md': ['A Model for Tests: Part One', 'queued'], 'Papers/Moe 2020.md': ['Another Model Altogether', 'queued'], 'Papers/Roe 2022.md': ['An Earlier Model for Tests', 'queued'] },
    settings: { paperTags: ['paper', 'literature'] },
    missing: ['A work that nobody has'],
    readLine: 'status: read',
  },
  {
    what: 'a reading list by hand, with references in APA style',
    files: {
      'lib/a.md': byHand('Alpha of Tests', 'To Read', [], ['## Works Cited', '', '- Doe, J. (2020). Beta of the tests. *Journal*, *1*(2), 3–4.', '- Lee, A. (2021). A work that nobody has. *Journal*, *1*(2), 3–4.']),
      'lib/b.md': byHand('Beta of the Tests', 'In Progress', [], ['## Works Cited', '', '- Ann Lee. 2021. A work that nobody has. *Journal*, 1(2):3–4.']),
      'lib/c.md': byHand('Gamma of Tests', 'Finished', ['date-read: 2024-05-01'], ['## Works Cited']),
    },
    papers: { 'lib/a.md': ['Alpha of Tests', 'queued'], 'lib/b.md': ['Beta of the Tests', 'active'], 'lib/c.md': ['Gamma of Tests', 'done'] },
    settings: { statusProperty: 'reading-status', readDateProperty: 'date-read' },
    missing: ['A work that nobody has'],
    readLine: 'reading-status: Finished',
  },
  {
    what: 'a vault in Chinese',
    files: {
      '文献/一种新的图像分割方法.md': chinese('一种新的图像分割方法', '未读', ['## 参考文献', '', '1. 李四, 王五. 基于深度学习的目标检测综述[J]. 学报, 2020, 43(5): 1-20.', '2. 赵六. 一个没有笔记的作品[D]. 某大学, 2019.']),
      '文献/基于深度学习的目标检测综述.md': chinese('基于深度学习的目标检测综述', '已读'),
      '文献/大语言模型综述.md': chinese('大语言模型综述', '在读'),
    },
    papers: { '文献/一种新的图像分割方法.md': ['一种新的图像分割方法', 'queued'], '文献/基于深度学习的目标检测综述.md': ['基于深度学习的目标检测综述', 'done'], '文献/大语言模型综述.md': ['大语言模型综述', 'active'] },
    settings: { statusProperty: '阅读状态', paperTags: ['paper', '论文'] },
    missing: ['一个没有笔记的作品'],
    readLine: '阅读状态: 已读',
  },
  {
    what: 'pictures in the status',
    files: { 'a.md': tagged('Alpha Test', '🟥 To Read'), 'b.md': tagged('Beta Test', '📖 Reading'), 'c.md': tagged('Gamma Test', '✅ Done'), 'd.md': tagged('Delta Test', '🟦') },
    papers: { 'a.md': ['Alpha Test', 'queued'], 'b.md': ['Beta Test', 'active'], 'c.md': ['Gamma Test', 'done'], 'd.md': ['Delta Test', null] },
    readLine: 'status: ✅ Done',
  },
  {
    what: 'what ZotLit makes',
    readLine: 'status: read',
    files: Object.fromEntries(['One', 'Two', 'Three'].map((name) => [`LiteratureNotes/${name}.md`, withYaml([`citekey: doe${name}`], [`# [${name} of ZotLit](zotero://select/library/items/X)`, ''])])),
    papers: { 'LiteratureNotes/One.md': ['One of ZotLit', 'queued'], 'LiteratureNotes/Three.md': ['Three of ZotLit', 'queued'], 'LiteratureNotes/Two.md': ['Two of ZotLit', 'queued'] },
    settings: { paperFolders: ['LiteratureNotes'] },
  },
  {
    what: 'CSL in the front matter',
    files: Object.fromEntries(['One', 'Two', 'Three'].map((name) => [`P/${name}.md`, withYaml(['type: manuscript', `title: "${name} of CSL"`, 'issued:', '  date-parts:', '    - - 2016', 'author:', '  - family: "Doe"', '    given: "Jane"', 'reading-status: "to-read"', 'tags:', '  - "literature_note"'])])),
    papers: { 'P/One.md': ['One of CSL', 'queued'], 'P/Three.md': ['Three of CSL', 'queued'], 'P/Two.md': ['Two of CSL', 'queued'] },
    settings: { paperTags: ['paper', 'literature_note'], statusProperty: 'reading-status' },
    readLine: 'reading-status: "read"',
  },
  {
    what: 'a folder for each stage',
    readLine: 'status: read',
    files: Object.fromEntries(['to-read/a', 'to-read/b', 'to-read/c', 'done/d', 'done/e', 'done/f'].map((path) => [`${path}.md`, withYaml([`title: Card ${path}`, 'author: Jane Doe'])])),
    papers: Object.fromEntries(['done/d', 'done/e', 'done/f', 'to-read/a', 'to-read/b', 'to-read/c'].map((path) => [`${path}.md`, [`Card ${path}`, 'queued'] as const])),
    settings: { paperFolders: ['done', 'to-read'] },
  },
  {
    what: 'exports without front matter',
    files: {
      'Zotero/mdnotes.md': lines('# One Exported Work', '', '## Metadata', '', '- Item Type: [[Article]]', '- Authors: [[Jane Doe]]', '- Cite key: doe2020'),
      'Readwise/Articles/one.md': lines('# One Highlighted Work', '', '## Metadata', '- Author: [[Jane Doe]]', '- Category: #articles', '', '## Highlights', '- Something'),
      'pages/logseq.md': lines('title:: One of Logseq', 'type:: [[paper]]', 'tags:: #paper', 'status:: unread', '', '- ## References', '\t- [[Another]]'),
    },
    papers: {},
  },
];
