import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = join(__dirname, '..', 'example-vault');

/** Vault paths of all files, sorted. */
function listFiles(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? listFiles(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)]))
    .sort();
}

/** Names may be stored decomposed by a file system; links are composed. */
const FILES = listFiles().map((path) => path.normalize('NFC'));
const PAPERS = FILES.filter((path) => path.startsWith('Papers/'));
const rawTexts = new Map(listFiles().map((path) => [path.normalize('NFC'), readFileSync(join(ROOT, path), 'utf8')]));

function rawText(path: string): string {
  const text = rawTexts.get(path);
  if (text === undefined) throw new Error(`no ${path} in the example vault`);
  return text;
}

/** The text of a note with LF line ends and no byte-order mark. */
function noteText(path: string): string {
  return rawText(path).replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

function frontMatter(path: string): string {
  return /^---(?:js)?\n([\s\S]*?\n)---\n/.exec(noteText(path))?.[1] ?? '';
}

/** The first line of a property's value, quotes and comments off; null where there is no such key. */
function property(path: string, key: string): string | null {
  const line = new RegExp(`^ *${key}:(.*)$`, 'm').exec(frontMatter(path));
  return line === null ? null : (line[1] ?? '').replace(/ #.*$/, '').trim().replace(/,$/, '').replace(/^(['"])(.*)\1$/, '$2');
}

const SECTION = /^(#+) (?:Paper References|References:?|Bibliography|参考文献)\n/m;

/** The references section without its heading, or null. */
function referencesSection(path: string): string | null {
  const text = noteText(path);
  const heading = SECTION.exec(text);
  if (heading === null) return null;
  const rest = text.slice(heading.index + heading[0].length);
  const next = new RegExp(`^#{1,${(heading[1] ?? '').length}} `, 'm').exec(rest);
  return next === null ? rest : rest.slice(0, next.index);
}

/** Items of the references section, one string each; comments, code and tables are none. */
function referenceItems(path: string): string[] {
  const section = (referencesSection(path) ?? '').replace(/^```[\s\S]*?^```$/gm, '').replace(/<!--[\s\S]*?-->/g, '');
  const items: string[] = [];
  for (const line of section.split('\n')) {
    const item = /^(?:[-*]|\d+\.) (?:\[[ x]\] )?(.*)$/.exec(line);
    const continued = /^ {2,}(?![-*] )(\S.*)$/.exec(line);
    if (item !== null) items.push(item[1] ?? '');
    else if (continued !== null && items.length > 0) items.push(`${items.pop() ?? ''} ${continued[1] ?? ''}`);
  }
  return items;
}

/** Destinations of Markdown links and link definitions to notes, as written, without brackets, title and heading. */
function noteDestinations(text: string): string[] {
  const links = [...text.matchAll(/\]\((?:<([^>\n]+)>|((?:[^\s()]|\([^\s()]*\))+))(?: "[^"]*")?\)/g)];
  const definitions = [...text.matchAll(/^\[[^\]\n]+\]: (\S+)$/gm)];
  return [...links, ...definitions]
    .map((match) => (match[1] ?? match[2] ?? '').replace(/#.*$/, ''))
    .filter((destination) => destination.endsWith('.md'));
}

/** The vault path that a destination in a note means. */
function destinationPath(from: string, destination: string): string {
  const decoded = decodeURIComponent(destination).normalize('NFC');
  return decoded.startsWith('/') ? decoded.slice(1) : posix.normalize(posix.join(posix.dirname(from), decoded));
}

const README = noteText('README.md');

/** The names in code at the start of the items below a heading of the README. */
function listedNames(heading: string): string[] {
  const section = README.split('\n## ').find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^- `([^`]+\.md)`/gm)].map((match) => match[1] ?? '').sort();
}

/** The README's item on a case: from its bold name to the next item. */
function readmeItem(name: string): string {
  return README.split(/\n(?=- |\n)/).find((item) => item.startsWith(`- **${name}**:`)) ?? '';
}

const P = {
  adam: 'Papers/adam-a-method-for-stochastic-optimization.md',
  allennlp: 'Papers/allennlp-a-deep-semantic-natural-language-processing-platform.md',
  attention: 'Papers/attention-is-all-you-need.md',
  backprop: 'Papers/[1986] Learning representations by back-propagating errors.md',
  batchNorm: 'Papers/batch-normalization-accelerating-deep-network-training-by-reducing-internal-covariate-shift.md',
  bert: 'Papers/bert-pre-training-of-deep-bidirectional-transformers-for-language-understanding.md',
  bertology: 'Papers/Surveys/a-primer-in-bertology-what-we-know-about-how-bert-works.md',
  biobert: 'Papers/biobert-a-pre-trained-biomedical-language-representation-model-for-biomedical-text-mining.md',
  bpe: 'Papers/neural-machine-translation-of-rare-words-with-subword-units.md',
  cauchy: 'Papers/methode-generale-pour-la-resolution-des-systemes-d-equations-simultanees.md',
  cnn: 'Papers/卷积神经网络研究综述.md',
  dropout: 'Papers/dropout-a-simple-way-to-prevent-neural-networks-from-overfitting.md',
  elmo: 'Papers/deep-contextualized-word-representations.md',
  gelu: 'Papers/Gaussian Error Linear Units (GELUs).md',
  glorot: 'Papers/understanding-the-difficulty-of-training-deep-feedforward-neural-networks.md',
  glove: 'Papers/glove-global-vectors-for-word-representation.md',
  gpt: 'Papers/improving-language-understanding-by-generative-pre-training.md',
  gpt2: 'Papers/language-models-are-unsupervised-multitask-learners.md',
  layerNorm: 'Papers/layer-normalization.md',
  lstm: 'Papers/1997-lstm.md',
  lstmAgain: 'Papers/hochreiter-schmidhuber-1997.md',
  mecab: 'Papers/conditional-random-fields-を用いた日本語形態素解析.md',
  phrases: 'Papers/distributed-representations-of-words-and-phrases-and-their-compositionality.md',
  pretrained: 'Papers/Surveys/pre-trained-models-for-natural-language-processing-a-survey.md',
  resnet: 'Papers/2015-resnet.md',
  roberta: 'Papers/roberta-a-robustly-optimized-bert-pretraining-approach.md',
  scibert: 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md',
  seq2seq: 'Papers/sequence-to-sequence-learning-with-neural-networks.md',
  t5: 'Papers/exploring-the-limits-of-transfer-learning-with-a-unified-text-to-text-transformer.md',
  tsne: 'Papers/visualizing-data-using-t-sne.md',
  ulmfit: 'Papers/universal-language-model-fine-tuning-for-text-classification.md',
  xlnet: 'Papers/xlnet-generalized-autoregressive-pretraining-for-language-understanding.md',
} as const;

/** Cases shown by the references section of a note: the README's name of it, the note, what stands there. */
const REFERENCE_CASES: readonly (readonly [string, string, RegExp])[] = [
  ['Linked here, plain there', P.roberta, /^- \[GLUE - [^\]]+\]\(\.\/glue-a-[a-z-]+\.md\)$/m],
  ['Broken link with a short label', P.biobert, /^- \[SQuAD\]\(\.\/squad-100-000-[a-z-]+\.md\)$/m],
  ['Debris', P.gpt, /^- \[Et al\]\.$/m],
  ['Label equals the base name', P.ulmfit, /^- \[2015-resnet\]\(\.\/2015-resnet\.md\)$/m],
  ['Base name not unique', P.phrases, /^- \[[^\]]+\]\(\.\/word2vec\.md\)$/m],
  ['Link to a heading', P.bert, /\]\(\.\/attention-is-all-you-need\.md#Key%20ideas\)$/m],
  ['Label with two closing brackets', P.roberta, /^- \[Adam \[ICLR \[2015\]\]\]\(\.\/adam-/m],
  ['Label with two opening brackets', P.layerNorm, /^- \[Batch Normalization \[\[v3\] arXiv\] preprint\]\(\.\/batch-/m],
  ['Label ends in a bracket', P.batchNorm, /^- \[Dropout - [^[\]]+ \[JMLR\]\]\(\.\/dropout-/m],
  ['File name that a wikilink cannot hold', P.seq2seq, /^\d+\. \[[^\]]+\]\(<\.\/\[1986\] [^>]+\.md>\)$/m],
  ['Table cells', P.bertology, /^\| Transformer \| \[[^\]]+\]\(\.\.\/attention-is-all-you-need\.md\) \| 2017 \|$/m],
  ['Title attribute', P.gelu, /^- \[[^\]]+\]\(\.\/adam-[a-z-]+\.md "ICLR 2015"\)$/m],
  ['Line break in the label', P.elmo, /^- \[Distributed [^\]\n]+\n {2}[^\]\n]+\]\(\.\/distributed-[a-z-]+\.md\)$/m],
  ['Image in the label', P.gpt, /^- \[!\[[^\]]+\]\([^)]+\.png\) [^\]]+\]\(\.\/attention-is-all-you-need\.md\)$/m],
  ['Formatting in the label', P.xlnet, /^- \[\*BERT\* [^\]]*\*\*[^\]]+\]\(\.\/bert-/m],
  ['Link to a file that is no note', P.attention, /^- \[[^\]]+\]\(\.\/layer-normalization\.md\) \(\[pdf\]\([^)]+\.pdf\)\)$/m],
  ['External link', P.adam, /^- \[[^\]]+\]\(https:\/\/[^)]+\)$/m],
  ['Code', P.bertology, /`\[XLNet\]\(\.\.\/xlnet-[a-z-]+\.md\)`/],
  ['Code block', P.bertology, /^```markdown\n- \[ELMo\]\(\.\.\/[a-z-]+\.md\)\n```$/m],
  ['Math', P.bertology, /\$\[[^\]]+\]\(\.\.\/attention-is-all-you-need\.md\)\$/],
  ['HTML comment', P.roberta, /^<!-- .*\[XLNet\]\(\.\/xlnet-[a-z-]+\.md\).* -->$/m],
  ['Ambiguous', P.resnet, /^- Long Short-Term Memory$/m],
  ['Resolves to nothing', P.seq2seq, /^\d+\. \[[^\]]+\]\(\.\/learning-phrase-representations-[a-z-]+\.md\)$/m],
  ['Without the dot', P.glove, /\]\(distributed-representations-[a-z-]+\.md\)$/m],
  ['From another folder', P.pretrained, /\]\(\.\.\/bert-[a-z-]+\.md\)$/m],
  ['From the root', P.pretrained, /\]\(\/Papers\/glove-[a-z-]+\.md\)$/m],
  ['Percent-encoded', P.bert, /\]\(\.\/Gaussian%20Error%20Linear%20Units%20\(GELUs\)\.md\)$/m],
  ['Angle brackets around spaces', P.gpt, /\]\(<Gaussian Error Linear Units \(GELUs\)\.md>\)$/m],
  ['Without `.md`', P.pretrained, /\]\(\.\.\/roberta-a-robustly-optimized-bert-pretraining-approach\)$/m],
  ['Reference style', P.pretrained, /^- \[[^\]]+\]\[t5\]\n- \[[^\]]+\]\[\]\n[\s\S]+^\[t5\]: \.\.\/exploring-[a-z-]+\.md$/m],
  ['Wikilink', P.pretrained, /^- \[\[[a-z-]+\|[^\]]+\]\]\n- \[\[[a-z-]+\]\]\n- \[\[[a-z-]+#Key ideas\|[^\]]+\]\]$/m],
  ['Plain title', P.biobert, /^- Deep contextualized word representations$/m],
  ['Plain title with other punctuation', P.scibert, /^- BioBERT: a pre-trained .+ text mining$/m],
  ['Alias', P.pretrained, /^- ULMFiT$/m],
  ['Renamed note, found by its title', P.glove, /^- \[Efficient [^\]]+\]\(\.\/efficient-estimation-[a-z-]+\.md\)$/m],
  ['Renamed note, found by its `meta_key`', P.t5, /^- \[[^\]]+\]\(\.\/deep-residual-learning-for-image-recognition\.md\)$/m],
  ['Citation with the title in italics', P.layerNorm, /^- Kingma, .+ \(2015\)\. \*Adam: A Method for Stochastic Optimization\*\. ICLR\.$/m],
  ['Citation with the title in quotes', P.t5, /^- Vaswani, .+ \(2017\)\. "Attention Is All You Need"\. NIPS\.$/m],
  ['Citation with an arXiv number', P.t5, /^- Ba, .+ arXiv:1607\.06450, 2016\.$/m],
  ['Citation with a DOI', P.bertology, /^- Devlin .+ https:\/\/doi\.org\/10\.18653\/v1\/N19-1423$/m],
  ['Comment below a reference', P.attention, /^- \[[^\]]+\]\(\.\/[a-z-]+\.md\)\n {2}- [^[\]\n]+$/m],
  ['Item over two lines', P.bert, /^- [^[\n]+\n {2}[^-\s][^\n]+$/m],
  ['Two references in one item', P.bertology, /^- \[[^\]]+\]\([^)]+\.md\) and \[[^\]]+\]\([^)]+\.md\), /m],
  ['Numbered list', P.seq2seq, /^1\. \[/m],
  ['Task list', P.bpe, /^- \[x\] \[[^\]]+\]\([^)]+\)\n- \[ \] \[/m],
  ['Self citation', P.allennlp, /\]\(\.\/allennlp-a-deep-semantic-natural-language-processing-platform\.md\)$/m],
  ['Same work twice', P.gpt2, /\]\(\.\/attention-is-all-you-need\.md\)$[\s\S]+^- Attention Is All You Need$/m],
];

/** Cases shown by a note as a whole: the text with LF ends and without a byte-order mark is searched. */
const NOTE_CASES: readonly (readonly [string, string, RegExp])[] = [
  ['Another name of a status', P.xlnet, /^status: TBD$/m],
  ['Status outside the vocabulary', P.ulmfit, /^status: to-replicate$/m],
  ['Status under another property', P.t5, /^reading_status: todo$/m],
  ['Empty status', P.mecab, /^status:$/m],
  [
    'Link outside the references section',
    P.bert,
    /\]\(\.\/[a-z-]+\.md\)[\s\S]+^## References$[\s\S]+^## After reading$[\s\S]+\]\(\.\/[a-z-]+\.md\)/m,
  ],
  ['Heading `Paper References`', P.elmo, /^## Paper References$/m],
  ['Heading `Bibliography`', P.lstmAgain, /^## Bibliography$/m],
  ['Heading `参考文献`', P.cnn, /^## 参考文献$/m],
  ['Heading with a colon', P.gelu, /^## References:$/m],
  ['Heading of another level', P.gpt2, /^### References$/m],
  ['Invalid YAML', P.glorot, /^title: "[^"\n]+$/m],
  ['Front matter in JavaScript', P.tsne, /^---js\n\{\n(?: {2}\w+: [^()]+,\n)+\}\n---\n/],
  ['PDF that is not there', P.attention, /^pdf_relpath: pdfs\/[a-z-]+\.pdf$/m],
  ['Chinese title', P.cnn, /^title: \p{Script=Han}+$/mu],
  ['Japanese title', P.mecab, /^title: .*\p{Script=Hiragana}/mu],
  ['Accented title', P.cauchy, /^title: .*Méthode/m],
  ['Folded title', P.biobert, /^title: [^'"\n]+\n {2}\S/m],
  ['Quotes with escapes', P.lstm, /^- "J\\xFCrgen Schmidhuber"$/m],
  ['Single quotes, doubled inside', P.cauchy, /^title: '[^'\n]+''[^'\n]+'\nauthors: Augustin-Louis Cauchy$/m],
  ['Comments', P.adam, /^---\n# .+\ntitle: .+ # .+[\s\S]+^status: read # .+\nread_date: .+\n# /m],
  ['Indented lists', P.layerNorm, /^tags:\n {2}- paper\n/m],
  ['Lists in brackets', P.batchNorm, /^tags: \[paper, \w+\]$/m],
];

describe('the example vault', () => {
  it('should hold a library of 30 to 34 papers, two ordinary notes, a template and a README, and no settings', () => {
    expect(PAPERS.length).toBeGreaterThanOrEqual(30);
    expect(PAPERS.length).toBeLessThanOrEqual(34);
    expect(PAPERS.filter((path) => path.startsWith('Papers/Surveys/'))).toHaveLength(2);
    expect(FILES.filter((path) => !path.startsWith('Papers/'))).toEqual([
      'Notes/Reading list.md',
      'Notes/word2vec.md',
      'README.md',
      'Templates/paper.md',
    ]);
  });

  it.each(PAPERS.filter((path) => path !== P.tsne && path !== P.cauchy))('should follow the paper schema in %s', (path) => {
    for (const key of ['title', 'authors', 'meta_key', 'ref_count', 'tags', 'year']) expect(property(path, key)).not.toBeNull();
    expect(frontMatter(path)).toMatch(/^tags:(?:\n {0,2}- paper$| \[paper,)/m);
    expect(property(path, 'year')).toMatch(/^(?:19|20)\d\d$/);
    expect(noteText(path).split('\n').filter((line) => line.startsWith('# ') && line.length > 2)).not.toHaveLength(0);
  });

  it('should have a template that is marked like a paper and ordinary notes that are not', () => {
    expect(rawText('Templates/paper.md')).toMatch(/^---\ntitle: \{\{title\}\}\n/);
    expect(frontMatter('Templates/paper.md')).toMatch(/^tags:\n- paper$/m);
    expect(rawText('Notes/word2vec.md')).toMatch(/^# word2vec\n[\s\S]*\[\[Papers\/word2vec\|/);
    expect(rawText('Notes/Reading list.md')).toMatch(/^# Reading list\n/);
  });

  it.each(PAPERS)('should count the reference items in ref_count in %s', (path) => {
    const count = property(path, 'ref_count');
    expect(count === null ? null : Number(count)).toBe(referencesSection(path) === null ? null : referenceItems(path).length);
  });

  it('should have meta_key equal to the file name but for the notes that the README lists', () => {
    const others = PAPERS.filter((path) => property(path, 'meta_key') !== posix.basename(path, '.md')).map((path) => posix.basename(path));
    expect(others.sort()).toEqual(listedNames('Notes whose `meta_key` is not their file name'));
    expect(others).not.toHaveLength(0);
  });

  it('should lead every link to a note to a file but for those that the README lists', () => {
    const all = FILES.filter((path) => path.endsWith('.md')).flatMap((path) =>
      noteDestinations(noteText(path)).map((destination) => destinationPath(path, destination)),
    );
    const broken = [...new Set(all.filter((path) => !FILES.includes(path)).map((path) => posix.basename(path)))];
    expect(all.length).toBeGreaterThan(150);
    expect(broken.sort()).toEqual(listedNames('Links that lead nowhere, on purpose'));
  });

  it('should lead every wikilink to a file', () => {
    const wikilink = /\[\[([^\]|#[]+)(?:#[^\]|]+)?(?:\|[^\]]+)?\]\]/g;
    const targets = FILES.flatMap((path) => [...noteText(path).matchAll(wikilink)]).map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThanOrEqual(6);
    for (const target of targets) expect(FILES.some((path) => path.endsWith(`/${target}.md`) || path === `${target}.md`)).toBe(true);
  });

  it('should show a believable mix of statuses', () => {
    const readable = PAPERS.filter((path) => path !== P.glorot && path !== P.tsne);
    const count = (status: string): number => readable.filter((path) => property(path, 'status') === status).length;
    expect(['read', 'reading', 'skipped', 'TBD', 'to-replicate'].map(count)).toEqual([9, 3, 1, 1, 1]);
    expect(readable.filter((path) => property(path, 'status') === null)).toEqual([P.t5, P.cauchy].sort());
    expect(count('todo') + count('')).toBe(readable.length - 17);
  });

  it('should date the papers that are read, and no others, over several months of 2026', () => {
    const dated = PAPERS.filter((path) => property(path, 'read_date') !== null);
    expect(dated).toEqual(PAPERS.filter((path) => property(path, 'status') === 'read'));
    const dates = dated.map((path) => property(path, 'read_date') ?? '');
    for (const date of dates) expect(date).toMatch(/^2026-(?:0[1-9]|1[01])-(?:[0-2]\d|3[01])$/);
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['SQuAD - 100,000+ Questions for Machine Comprehension of Text', 'squad-100-000-questions-for-machine-comprehension-of-text.md', 8],
    ['Semi-supervised Sequence Learning', 'semi-supervised-sequence-learning.md', 7],
    ['GLUE - A Multi-Task Benchmark and Analysis Platform for Natural Language Understanding', 'glue-', 7],
    ['Maxout Networks', 'maxout-networks.md', 3],
    ['Wide Residual Networks', 'wide-residual-networks.md', 1],
  ])('should cite the missing work %s as often as the ranking shows', (title, file, times) => {
    expect(PAPERS.filter((path) => referenceItems(path).some((item) => item === title || item.includes(`(./${file}`)))).toHaveLength(times);
  });

  it('should have one pair of notes with one title, each cited, and named in the README', () => {
    const keys = PAPERS.map((path) => (property(path, 'title') ?? '').toLowerCase().replace(/[^\p{L}\d]/gu, ''));
    const doubled = PAPERS.filter((_, at) => keys.filter((key) => key === keys[at]).length > 1);
    expect(doubled).toEqual([P.lstm, P.lstmAgain]);
    for (const path of doubled) {
      expect(PAPERS.some((other) => noteDestinations(noteText(other)).some((to) => destinationPath(other, to) === path))).toBe(true);
      expect(readmeItem('Duplicates')).toContain(path);
    }
  });

  it.each([...REFERENCE_CASES, ...NOTE_CASES])('should name the note that shows "%s" in the README', (name, path) => {
    const item = readmeItem(name);
    expect(item).not.toBe('');
    expect(noteDestinations(item).map((destination) => destinationPath('README.md', destination))).toContain(path);
  });

  it('should promise no case in the README that is not checked here', () => {
    const promised = [...README.matchAll(/^- \*\*(.+?)\*\*:/gm)].map((match) => match[1] ?? '');
    const checkedElsewhere = [
      'Statuses',
      'No status at all',
      'Most cited missing works',
      'In the same folder',
      'No references section',
      'Duplicates',
      'CRLF line ends',
      'Byte-order mark',
    ];
    expect(promised.sort()).toEqual([...[...REFERENCE_CASES, ...NOTE_CASES].map(([name]) => name), ...checkedElsewhere].sort());
  });

  it.each(REFERENCE_CASES)('should show "%s" in the references of %s', (_, path, shown) => {
    expect(referencesSection(path)).toMatch(shown);
  });

  it.each(NOTE_CASES)('should show "%s" in %s', (_, path, shown) => {
    expect(noteText(path)).toMatch(shown);
  });

  it('should have what the repairs need: the identifiers, the alias and the title of the papers meant', () => {
    expect(frontMatter(P.layerNorm)).toContain('https://arxiv.org/abs/1607.06450');
    expect(frontMatter(P.bert)).toContain('https://doi.org/10.18653/v1/N19-1423');
    expect(frontMatter(P.ulmfit)).toMatch(/^aliases: \[ULMFiT\]$/m);
    expect(property('Papers/word2vec.md', 'title')).toBe('Efficient Estimation of Word Representations in Vector Space');
    expect(property(P.resnet, 'meta_key')).toBe('deep-residual-learning-for-image-recognition');
  });

  it('should have exactly one note without a references section', () => {
    expect(PAPERS.filter((path) => referencesSection(path) === null)).toEqual([P.cauchy]);
  });

  it('should have exactly one note with CRLF line ends, all of them, and one with a byte-order mark', () => {
    expect(FILES.filter((path) => rawText(path).includes('\r'))).toEqual([P.glove]);
    expect(rawText(P.glove).replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(FILES.filter((path) => rawText(path).startsWith('\uFEFF'))).toEqual([P.dropout]);
    expect(readFileSync(join(ROOT, '..', '.gitattributes'), 'utf8')).toMatch(/^example-vault\/\*\* -text$/m);
  });

  it('should name no path of a machine', () => {
    const absolute = /file:\/\/|\b[A-Za-z]:\\|(?:^|[\s("'<])\/(?:home|root|Users|tmp|var|mnt|opt|srv)\//m;
    for (const path of FILES) expect(rawText(path)).not.toMatch(absolute);
  });

  it('should have file names that every system can hold', () => {
    for (const path of FILES) {
      expect(path).not.toMatch(/[*"\\<>:|?]/);
      expect(Buffer.byteLength(posix.basename(path))).toBeLessThanOrEqual(200);
    }
  });
});
