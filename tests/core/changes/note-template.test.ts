import fc from 'fast-check';
import { readProperties } from '../../../src/core/front-matter/front-matter';
import { fillTemplate } from '../../../src/core/changes/note-template';
import type { TemplateValue } from '../../../src/core/changes/note-template';

const values = new Map<string, TemplateValue>([
  ['title', 'Trees: a "study" # of {{year}}'],
  ['meta_key', 'trees'],
  ['tags', ['paper', 'to: sort']],
  ['year', null],
  ['date', '2026-08-09'],
  ['status', 'todo'],
  ['count', 3],
  ['cash', "it's $& and $1"],
]);

describe('fillTemplate', () => {
  it.each([
    ['# {{title}}', '# Trees: a "study" # of {{year}}'],
    ['{{ title }} {{unknown}} {{title', 'Trees: a "study" # of {{year}} {{unknown}} {{title'],
    ['{{cash}}, {{cash}}', "it's $& and $1, it's $& and $1"],
    ['{{tags}} in {{year}}.', 'paper, to: sort in .'],
    ['{{date}} {{date:DD.MM.YYYY}} {{date:YYYY/MM}}', '2026-08-09 09.08.2026 2026/08'],
    ['{{date:dddd}} {{time}}', '{{date:dddd}} {{time}}'],
    ['no placeholder', 'no placeholder'],
  ])('should fill the text %j as %j', (template, filled) => {
    expect(fillTemplate(template, values)).toBe(filled);
  });

  it.each([
    ['title: {{title}}', 'title: "Trees: a \\"study\\" # of {{year}}"'],
    ['title: "{{title}}"', 'title: "Trees: a \\"study\\" # of {{year}}"'],
    ["title: '{{cash}}'", "title: 'it''s $& and $1'"],
    ['title: On {{meta_key}}', 'title: On trees'],
    ['key: {{meta_key}} # the key', 'key: trees # the key'],
    ['year: {{year}}', 'year:'],
    ['count: {{count}}', 'count: 3'],
    ['day: {{date}}', 'day: 2026-08-09'],
    ['tags: {{tags}}', 'tags: [paper, "to: sort"]'],
    ['tags: [mine, {{tags}}]', 'tags: [mine, paper, "to: sort"]'],
    ['tags:\n- mine\n- {{tags}}', 'tags:\n- mine\n- paper\n- "to: sort"'],
    ['tags:\n  - {{tags}}', 'tags:\n  - paper\n  - "to: sort"'],
    ['links:\n- name: {{meta_key}}', 'links:\n- name: trees'],
    ['text: a\n  {{meta_key}} b', 'text: a\n  trees b'],
    ['other: {{unknown}}', 'other: {{unknown}}'],
    ['# {{title}}', '# Trees: a "study" # of {{year}}'],
  ])('should fill the property %j as %j', (line, filled) => {
    expect(fillTemplate(`---\n${line}\n---\n{{meta_key}}\n`, values)).toBe(`---\n${filled}\n---\ntrees\n`);
  });

  it('should keep the line ends of the template', () => {
    expect(fillTemplate('---\r\ntitle: {{meta_key}}\r\ntags:\r\n- {{tags}}\r\n---\r\n# {{title}}\r\n', new Map([...values, ['title', 'T']]))).toBe(
      '---\r\ntitle: trees\r\ntags:\r\n- paper\r\n- "to: sort"\r\n---\r\n# T\r\n',
    );
  });

  it('should fill front matter so that every value reads back equal', () => {
    const value = fc.string({ unit: fc.constantFrom(...'ab 1:#-?[]{}"\'\\&*!|>%@`,~é中', '{{meta_key}}'), minLength: 1, maxLength: 10 });
    const shape = fc.constantFrom('{{v}}', '"{{v}}"', "'{{v}}'", '[{{v}}]', '\n- {{v}}', '{{v}} # note');
    fc.assert(
      fc.property(value, shape, (text, written) => {
        const read = readProperties(fillTemplate(`---\nkey: ${written}\nlast: 1\n---\n`, new Map([['v', text]])));
        const expected = /\[|-/.test(written) ? [text] : text;
        expect(read.ok ? read.value : read.error).toEqual(new Map<string, unknown>([['key', expected], ['last', 1]]));
      }),
      { seed: 4, numRuns: 3000 },
    );
  });
});
