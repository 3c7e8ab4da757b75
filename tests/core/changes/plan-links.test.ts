import { planLinks } from '../../../src/core/changes/plan-links';
import type { LinkOptions } from '../../../src/core/changes/plan-links';
import { applyEdits } from '../../../src/core/text/text-edits';
import { libraryOf, linkContextOf } from '../../support/small-library';

const SOURCE = 'papers/citing.md';
const library = libraryOf(
  [
    { path: SOURCE, title: 'The citing paper' },
    { path: 'papers/graph-nets.md', title: 'Graph nets', metaKey: 'graph-nets' },
    { path: 'papers/deep-walks.md', title: 'Deep walks: a study', ids: ['doi:10.1000/walks'], aliases: ['Walking deeply'] },
    { path: 'papers/renamed-trees.md', title: 'Trees of thought', metaKey: 'old-trees' },
    { path: 'papers/a b.md', title: 'Spaces in names' },
    { path: 'papers/Issue #1.md', title: 'Numbered issues' },
    { path: 'papers/twin.md', title: 'Twin paper' },
    { path: 'archive/twin.md', title: 'Another twin' },
    { path: 'papers/same-one.md', title: 'The same title' },
    { path: 'papers/same-two.md', title: 'The same title' },
    { path: 'other/far.md', title: 'Far away' },
    { path: 'papers/brackets.md', title: 'Trees [of] thought again' },
    { path: 'papers/A study of robots.txt.md', title: 'A study of robots.txt' },
    { path: 'papers/vivo.md', title: 'In vivo' },
    { path: 'papers/math.md', title: 'Learning with x' },
    { path: 'papers/cash.md', title: '$& and $1 in titles' },
  ],
  ['notes/plain note.md', 'papers/figure.pdf', 'papers/data.xyz'],
);
const context = linkContextOf(library);

/** A note with a references section of these lines; the lines of its section after linking. */
function linked(lines: string, options?: LinkOptions, changes = {}): { section: string; reasons: string[]; repairs: number; restyles: number } {
  const head = '---\ntitle: The citing paper\n---\n\n# The citing paper\n\n## References\n\n';
  const plan = planLinks(head + lines, SOURCE, { ...context, ...changes }, options);
  const after = applyEdits(head + lines, plan.edits);
  expect(after.startsWith(head)).toBe(true);
  return { section: after.slice(head.length), reasons: plan.skipped.map((skip) => skip.reason), repairs: plan.repairs, restyles: plan.restyles };
}

describe('planLinks', () => {
  describe('restyling links that work', () => {
    it.each([
      ['- [A title](./graph-nets.md)', '- [[graph-nets|A title]]'],
      ['- [A title](graph-nets.md)', '- [[graph-nets|A title]]'],
      ['- [A title](../papers/graph-nets.md)', '- [[graph-nets|A title]]'],
      ['- [A title](/papers/graph-nets.md)', '- [[graph-nets|A title]]'],
      ['- [A title](./graph-nets)', '- [[graph-nets|A title]]'],
      ['- [A title](<./a b.md>)', '- [[a b|A title]]'],
      ['- [A title](./a%20b.md)', '- [[a b|A title]]'],
      ['1. [A title](./graph-nets.md), 2019', '1. [[graph-nets|A title]], 2019'],
      ['- [ ] [A title](./graph-nets.md)', '- [ ] [[graph-nets|A title]]'],
      ['- see [one](./graph-nets.md) and [two](./deep-walks.md).', '- see [[graph-nets|one]] and [[deep-walks|two]].'],
      ['- [1][A title](./graph-nets.md)', '- [1][[graph-nets|A title]]'],
      ['- [graph-nets](./graph-nets.md)', '- [[graph-nets]]'],
      ['- [Graph-Nets](./graph-nets.md)', '- [[graph-nets|Graph-Nets]]'],
      ['- [A title](./graph-nets.md#Main results)', '- [A title](./graph-nets.md#Main results)'],
      ['- [A title](./graph-nets.md#Main%20results)', '- [[graph-nets#Main results|A title]]'],
      ['- [graph-nets](./graph-nets.md#sec)', '- [[graph-nets#sec|graph-nets]]'],
      ['- [A title](./twin.md)', '- [[papers/twin|A title]]'],
      ['- [twin](./twin.md)', '- [[papers/twin|twin]]'],
      ['- [A title](./A%20study%20of%20robots.txt.md)', '- [[A study of robots.txt.md|A title]]'],
      ['- [A study of robots.txt](./A%20study%20of%20robots.txt.md)', '- [[A study of robots.txt.md|A study of robots.txt]]'],
      ['- [A title](../other/far.md)', '- [[far|A title]]'],
      ['- [A note](<../notes/plain note.md>)', '- [[plain note|A note]]'],
      ['- [A title][g]\n\n[g]: ./graph-nets.md\n', '- [[graph-nets|A title]]\n\n[g]: ./graph-nets.md\n'],
      ['- [g][]\n\n[g]: ./graph-nets.md\n', '- [[graph-nets|g]]\n\n[g]: ./graph-nets.md\n'],
      ['- [A [bracketed] title](./graph-nets.md)', '- [[graph-nets|A [bracketed] title]]'],
      ['- [A (parenthesised) title](./graph-nets.md)', '- [[graph-nets|A (parenthesised) title]]'],
      ['- [a|b](./graph-nets.md)', '- [[graph-nets|a|b]]'],
      ['- [a \\| b](graph-nets.md)', '- [[graph-nets|a | b]]'],
      ['- [$rm K$-SVD for graphs](graph-nets.md)', '- [[graph-nets|$rm K$-SVD for graphs]]'],
      ['- [costs \\$5](graph-nets.md)', '- [[graph-nets|costs $5]]'],
      ['- [an \\[ odd bracket](./graph-nets.md)', '- [[graph-nets|an [ odd bracket]]'],
      ['- [$& and $1](./cash.md)', '- [[cash|$& and $1]]'],
      ['- [The citing paper](./citing.md)', '- [[citing|The citing paper]]'],
      ['> - [A title](./graph-nets.md)', '> - [[graph-nets|A title]]'],
      ['| a | b |\n| --- | --- |\n| [A title](./graph-nets.md) | [x\\|y](./graph-nets.md) |', '| a | b |\n| --- | --- |\n| [[graph-nets\\|A title]] | [[graph-nets\\|x\\|y]] |'],
      ['See [A title](./graph-nets.md) first.', 'See [[graph-nets|A title]] first.'],
      ['- *[A title](./graph-nets.md)*', '- *[[graph-nets|A title]]*'],
      ['- [A title](./graph-nets.md)\r\n- [B](./deep-walks.md)\r\n', '- [[graph-nets|A title]]\r\n- [[deep-walks|B]]\r\n'],
    ])('should turn %j into %j', (before, after) => {
      expect(linked(before).section).toBe(after);
      expect(linked(after).section).toBe(after);
      expect(linked(before).repairs).toBe(0);
    });
  });

  describe('repairing references that gain a target', () => {
    it.each([
      ['by a title that is the whole text', '- Graph nets', '- [[graph-nets|Graph nets]]'],
      ['by a title in another spelling', '- GRAPH NETS.', '- [[graph-nets|GRAPH NETS.]]'],
      ['by an alias', '- Walking deeply', '- [[deep-walks|Walking deeply]]'],
      ['by the name itself', '- deep-walks\n- Deep walks – a study', '- deep-walks\n- [[deep-walks|Deep walks – a study]]'],
      ['inside italics', '- *Graph nets*', '- *[[graph-nets|Graph nets]]*'],
      ['inside quotes', '- "Graph nets"', '- "[[graph-nets|Graph nets]]"'],
      ['by the italic part of a citation', '- Doe, J. *Deep walks: a study.* Venue, 2019.', '- Doe, J. *[[deep-walks|Deep walks: a study]].* Venue, 2019.'],
      ['by the title of a citation in APA style', '1. Doe, J., & Roe, R. (2019). Deep walks: a study. *Journal of Walks*, *3*(1), 1–9.', '1. Doe, J., & Roe, R. (2019). [[deep-walks|Deep walks: a study]]. *Journal of Walks*, *3*(1), 1–9.'],
      ['by the title of a citation in ACL style', '- Jane Doe and Richard Roe. 2019. Deep walks: a study. In *Proceedings of Walks*, pages 1–9.', '- Jane Doe and Richard Roe. 2019. [[deep-walks|Deep walks: a study]]. In *Proceedings of Walks*, pages 1–9.'],
      ['by the title of a citation in Vancouver style', '1. Doe J, Roe R. Deep walks: a study. J Walks. 2019;3:1-9.', '1. Doe J, Roe R. [[deep-walks|Deep walks: a study]]. J Walks. 2019;3:1-9.'],
      ['by the title of a citation in Chinese style', '- [1] 张三. Deep walks: a study[J]. 学报, 2019, 3(1): 1-9.', '- [1] 张三. [[deep-walks|Deep walks: a study]][J]. 学报, 2019, 3(1): 1-9.'],
      ['by the quoted part of a citation', '- Doe, J. “Deep walks: a study.” *Venue*, 2019.', '- Doe, J. “[[deep-walks|Deep walks: a study]].” *Venue*, 2019.'],
      ['by a DOI beside one quoted part', '- Doe, J. “*A misprinted walk*,” *Venue*. doi:10.1000/walks', '- Doe, J. “*[[deep-walks|A misprinted walk]]*,” *Venue*. doi:10.1000/walks'],
      ['by a DOI beside a sentence that is the title', '- Doe, J. (2015). Deep walks: A study. *Nature, 521*(7553), 436. https://doi.org/10.1000/walks', '- Doe, J. (2015). [[deep-walks|Deep walks: A study]]. *Nature, 521*(7553), 436. https://doi.org/10.1000/walks'],
      ['by a DOI beside an alias in Chinese stops', '- 某人。Walking deeply。doi:10.1000/walks', '- 某人。[[deep-walks|Walking deeply]]。doi:10.1000/walks'],
      ['over a hard line break', '- “Deep walks: \\\n  a study”, 2019', '- “[[deep-walks|Deep walks: a study]]”, 2019'],
      ['in German quotes', '- Doe: „Deep walks: a study“, 2019', '- Doe: „[[deep-walks|Deep walks: a study]]“, 2019'],
      ['without the remarks below', '- Graph nets\n  > a remark\n- next', '- [[graph-nets|Graph nets]]\n  > a remark\n- next'],
      ['of a task of any character', '- [/] Graph nets', '- [/] [[graph-nets|Graph nets]]'],
      ['before a block id and a comment', '- Graph nets %% seen %% ^abc-1', '- [[graph-nets|Graph nets]] %% seen %% ^abc-1'],
      ['of a task item', '- [x] Graph nets', '- [x] [[graph-nets|Graph nets]]'],
      ['with a comment below', '- Graph nets\n  - a comment\n', '- [[graph-nets|Graph nets]]\n  - a comment\n'],
      ['with signs that replacing could mistake', '- $& and $1 in titles', '- [[cash|$& and $1 in titles]]'],
      ['over two lines', '- Deep walks\n  – a study', '- [[deep-walks|Deep walks – a study]]'],
      ['with brackets', '- Trees [of] thought again', '- [[brackets|Trees [of] thought again]]'],
      ['of a broken link by its key', '- [Some trees](./old-trees.md)', '- [[renamed-trees|Some trees]]'],
      ['of a broken link by its title', '- [Graph nets](./nowhere.md)', '- [[graph-nets|Graph nets]]'],
      ['of a broken wikilink, keeping its text', '- [[nowhere|Graph nets]]', '- [[graph-nets|Graph nets]]'],
      ['of a broken wikilink without text', '- [[Trees of thought]]', '- [[renamed-trees|Trees of thought]]'],
      ['of a broken wikilink with a heading', '- [[old-trees#Sec|here]]', '- [[renamed-trees#Sec|here]]'],
      ['of a broken wikilink in a table', '| a |\n| --- |\n| [[old-trees\\|here]] |', '| a |\n| --- |\n| [[renamed-trees\\|here]] |'],
    ])('should link %s', (_how, before, after) => {
      const { section, repairs, restyles } = linked(before);
      expect(section).toBe(after);
      expect([repairs, restyles]).toEqual([1, 0]);
      expect(linked(after)).toMatchObject({ section: after, repairs: 0 });
    });
  });

  describe('leaving places as they are', () => {
    it.each([
      ['label-unsafe', '- [a \\]\\] b](./graph-nets.md)'],
      ['label-unsafe', '- [ends in a [bracket]](./graph-nets.md)'],
      ['label-unsafe', '- [half %% a comment](./graph-nets.md)'],
      ['label-unsafe', '- [needless \\[escapes\\] here](./graph-nets.md)'],
      ['target-unsafe', '- Numbered issues'],
      ['link-form', '- [A title](./graph-nets.md "a title")'],
      ['link-form', '- [A title][g]\n\n[g]: ./graph-nets.md "a title"\n'],
      ['link-form', '- [two\n  lines](./graph-nets.md)'],
      ['link-form', '- [*A* title](./graph-nets.md)'],
      ['link-form', '- [`code`](./graph-nets.md)'],
      ['link-form', '- [![](a.png)](./graph-nets.md)'],
      ['link-form', '- [$x^2$ in math](./graph-nets.md)'],
      ['link-form', '- [R&amp;D](./graph-nets.md)'],
      ['link-form', '- [](./graph-nets.md)'],
      ['link-form', '- [[A title](./graph-nets.md)]'],
      ['link-form', '- [k][A title](./graph-nets.md)\n\n[k]: ./graph-nets.md "k"\n'],
      ['link-form', '- $5 [for\\$ x](graph-nets.md)'],
      ['link-form', '- Doe, J. Something else entirely. doi:10.1000/walks'],
      ['link-form', '- Doe, J. *A misprinted walk*. doi:10.1000/walks'],
      ['link-form', '- Doe, J. *et al.* Something else. doi:10.1000/walks'],
      ['link-form', '- Doe, J. Something else. *Nature, 521*(7553), 436. doi:10.1000/walks'],
      ['link-form', '- Learning with $x$'],
      ['link-form', '- 见*Deep walks: a study*一文'],
      ['link-form', '- 见*Deep walks: a study* 一文'],
      ['link-form', '- 见 *Deep walks: a study*一文'],
      ['ambiguous', '- [Graph nets](./nowhere.md), extends doi:10.1000/walks'],
      ['ambiguous', '- The same title'],
      ['ambiguous', '- [The same title](./nowhere.md)'],
      ['unresolved', '- [Nobody wrote this](./nowhere.md)'],
      ['unresolved', '- [[nowhere]]'],
    ])('should report %s for %j', (reason, lines) => {
      expect(linked(lines)).toEqual({ section: lines, reasons: [reason], repairs: 0, restyles: 0 });
    });

    it.each([
      '- [A paper](https://example.org/graph-nets.md)',
      '- [Graph nets](https://example.org) with a link to elsewhere',
      '- [A file](./figure.pdf)',
      '- [A file](./data.xyz)',
      '- `[A title](./graph-nets.md)`',
      '```\n- [A title](./graph-nets.md)\n```',
      '<!-- [A title](./graph-nets.md) -->',
      '- <!--Graph nets',
      '- Graph nets\n  ---\n',
      '%% [A title](./graph-nets.md) %%',
      '$[A title](./graph-nets.md)$',
      '- ![A title](./graph-nets.md)',
      '- [[graph-nets|A title]]',
      '- [[graph-nets]]',
      '- Nobody wrote this',
      '- Deep learning for *in vivo* imaging',
      '- %% Graph nets %%',
      '- <!-- Graph nets -->',
      '- The citing paper',
      '- \\[A title\\](./graph-nets.md)',
      '',
    ])('should say nothing of %j', (lines) => {
      expect(linked(lines)).toEqual({ section: lines, reasons: [], repairs: 0, restyles: 0 });
    });

    it('should not change a broken wikilink into itself, where the note it names is being made', () => {
      const resolver = { resolve: () => ({ target: 'papers/graph-nets.md', via: 'title' as const, candidates: [] }) };
      const changes = { resolver, appTarget: () => null };
      expect(linked('- [[graph-nets|Graph nets]]', {}, changes)).toEqual({ section: '- [[graph-nets|Graph nets]]', reasons: [], repairs: 0, restyles: 0 });
      expect(linked('- [[graph-net|Graph nets]]', {}, changes)).toEqual({ section: '- [[graph-nets|Graph nets]]', reasons: [], repairs: 1, restyles: 0 });
    });

    it('should leave a link that the app resolves to another note', () => {
      const changes = { appTarget: () => 'other/far.md' };
      expect(linked('- [A title](./graph-nets.md)', {}, changes)).toMatchObject({ section: '- [A title](./graph-nets.md)', reasons: ['resolution-differs'] });
    });

    it('should leave a link whose wikilink would lead to another note', () => {
      const changes = { linktext: () => 'far' };
      expect(linked('- [A title](./graph-nets.md)', {}, changes)).toMatchObject({ section: '- [A title](./graph-nets.md)', reasons: ['resolution-differs'] });
    });

    it.each([
      ['- [half %% a comment](./graph-nets.md)', 'half %% a comment', 'its text holds “%%”. Change the text, or link it by hand'],
      ['- Numbered issues', 'Numbered issues', 'the name of “Issue #1” holds characters that break wikilinks. Rename that note'],
      ['- [needless \\[escapes\\] here](./graph-nets.md)', 'needless [escapes] here', 'restoring it could not give the same backslashes again. Remove those that are not needed'],
      ['- [A title](./graph-nets.md "a title")', 'A title', 'a wikilink cannot hold its title attribute'],
      ['- [`code`](./graph-nets.md)', 'code', 'a wikilink cannot hold code in its text'],
      ['- [ ](./graph-nets.md)', '', 'it has no text'],
      ['- [[A title](./graph-nets.md)]', 'A title', 'it stands right at another bracket or exclamation mark. Put a space between'],
      ['- [[A title](./graph-nets.md) and more]', 'A title', 'it stands right at another bracket or exclamation mark. Put a space between'],
      ['- [more and [A title](./graph-nets.md)]', 'A title', 'it stands right at another bracket or exclamation mark. Put a space between'],
      ['- \\![A title](./graph-nets.md)', 'A title', 'it stands right at another bracket or exclamation mark. Put a space between'],
      ['- $5 [for\\$ x](graph-nets.md)', 'for$ x', 'with what stands around it a wikilink would be read as something else. Link it by hand'],
      ['- Doe, J. Something else entirely. doi:10.1000/walks', 'Doe, J. Something else entirely. doi:10.1000/walks', 'it is not clear which part of it is the title. Put the title in quotes'],
      ['- Doe, J. `Something` entirely. doi:10.1000/walks', 'Doe, J. Something entirely. doi:10.1000/walks', 'a wikilink cannot hold code in its text'],
      ['- [Nobody wrote this](./nowhere.md)', 'Nobody wrote this', 'it leads to no note. Create one from the missing works'],
      [`- [${'long '.repeat(30)}](./nowhere.md)`, `${'long '.repeat(16).slice(0, 79)}…`, 'it leads to no note. Create one from the missing works'],
      [`- [${'x'.repeat(80)}](./nowhere.md)`, 'x'.repeat(80), 'it leads to no note. Create one from the missing works'],
    ])('should say of %j why, and what to do', (lines, label, because) => {
      const plan = planLinks(`## References\n\n${lines}`, SOURCE, context);
      expect(plan.skipped.map((skip) => skip.message)).toEqual([`“${label}” on line 3 is left as it is: ${because}.`]);
    });

    it('should say which notes the app and a wikilink would lead to', () => {
      const text = '## References\n\n- [A title](./graph-nets.md)';
      const message = (changes: object): string | undefined => planLinks(text, SOURCE, { ...context, ...changes }).skipped[0]?.message;
      expect(message({ appTarget: () => 'other/far.md' })).toBe('“A title” on line 3 is left as it is: Obsidian opens “other/far.md” from it, and not “papers/graph-nets.md”. Write the link with its full path.');
      expect(message({ linktext: () => 'far' })).toBe('“A title” on line 3 is left as it is: a wikilink to “far” would lead to “other/far.md”. Rename one of the two notes.');
    });

    it('should list what is left in the order of the lines, and edit in the order of the text', () => {
      const lines = '[Loose](./nowhere.md)\n\n- [A](./graph-nets.md "t")\n- [B](./graph-nets.md)\n\n[C](./deep-walks.md)\n\n- [[D](./graph-nets.md)\n- [E](./nowhere.md)\n';
      const plan = planLinks(`## References\n\n${lines}`, SOURCE, context);
      expect(plan.skipped.map((skip) => skip.line)).toEqual([3, 5, 10, 11]);
      expect(plan.edits.map((edit) => edit.insert)).toEqual(['[[graph-nets|B]]', '[[deep-walks|C]]']);
      expect(plan.edits.map((edit) => edit.from)).toEqual(plan.edits.map((edit) => edit.from).sort((a, b) => a - b));
      expect(plan.properties).toEqual([]);
    });

    it('should work where it is not known what the app would do', () => {
      const { appTarget: _appTarget, ...withoutApp } = context;
      expect(applyEdits('## References\n\n- [A](./graph-nets.md)', planLinks('## References\n\n- [A](./graph-nets.md)', SOURCE, withoutApp).edits)).toBe('## References\n\n- [[graph-nets|A]]');
    });

    it('should name the note, the line and the candidates', () => {
      const plan = planLinks('## References\n\n- The same title\n', SOURCE, context);
      expect(plan.skipped).toEqual([
        {
          path: SOURCE,
          reason: 'ambiguous',
          line: 3,
          message: '“The same title” on line 3 is left as it is: 2 papers fit: papers/same-one.md, papers/same-two.md. Choose one in the citations view.',
        },
      ]);
    });
  });

  it('should leave the rest of the note alone in section scope, and link it in note scope', () => {
    const text = 'See [A](./graph-nets.md).\n\n## References\n\n- [B](./deep-walks.md)\n\n## Notes\n\n[C](./graph-nets.md) and Graph nets\n';
    const section = applyEdits(text, planLinks(text, SOURCE, context).edits);
    expect(section).toBe('See [A](./graph-nets.md).\n\n## References\n\n- [[deep-walks|B]]\n\n## Notes\n\n[C](./graph-nets.md) and Graph nets\n');
    const note = applyEdits(text, planLinks(text, SOURCE, { ...context, scope: 'note' }).edits);
    expect(note).toBe('See [[graph-nets|A]].\n\n## References\n\n- [[deep-walks|B]]\n\n## Notes\n\n[[graph-nets|C]] and Graph nets\n');
  });

  describe('options', () => {
    const lines = '- [A](./graph-nets.md)\n- Trees of thought\n- [B](./nowhere.md)\n- [C](./old-trees.md "t")\n- [D](./deep-walks.md "t")\n';

    it('should take repairs alone', () => {
      expect(linked(lines, { only: 'repairs' })).toEqual({
        section: lines.replace('Trees of thought', '[[renamed-trees|Trees of thought]]'),
        reasons: ['unresolved', 'link-form'],
        repairs: 1,
        restyles: 0,
      });
    });

    it('should take restyling alone', () => {
      expect(linked(lines, { only: 'restyling' })).toEqual({
        section: lines.replace('[A](./graph-nets.md)', '[[graph-nets|A]]'),
        reasons: ['link-form'],
        repairs: 0,
        restyles: 1,
      });
    });

    it('should take references to some notes alone', () => {
      expect(linked(lines, { targets: new Set(['papers/renamed-trees.md']) })).toEqual({
        section: lines.replace('Trees of thought', '[[renamed-trees|Trees of thought]]'),
        reasons: ['link-form'],
        repairs: 1,
        restyles: 0,
      });
    });

    it('should link the one reference that the user chose', () => {
      const choose = { line: 9, text: 'The same title', target: 'papers/same-two.md' };
      const twice = '- The same title\n- [x](./graph-nets.md)\n- The same title\n';
      expect(linked(twice, { choose })).toMatchObject({ section: twice.replace('The same title', '[[same-two|The same title]]'), repairs: 1, restyles: 0 });
      expect(linked(twice, { choose: { ...choose, line: 11 } }).section).toBe('- The same title\n- [x](./graph-nets.md)\n- [[same-two|The same title]]\n');
      expect(linked(twice, { choose: { ...choose, line: 10 } })).toMatchObject({ section: twice, reasons: ['changed-meanwhile'] });
      expect(linked('- new\n- The same title\n', { choose }).section).toBe('- new\n- [[same-two|The same title]]\n');
    });

    it('should link a chosen reference whose words fit no title', () => {
      const choose = { line: 9, text: 'A work by other words', target: 'papers/graph-nets.md' };
      expect(linked('- A work by other words', { choose }).section).toBe('- [[graph-nets|A work by other words]]');
      const citation = 'Doe, J. “The same title.” *Venue*, 2019.';
      expect(linked(`- ${citation}`, { choose: { line: 9, text: citation, target: 'papers/same-two.md' } }).section).toBe('- Doe, J. “[[same-two|The same title]].” *Venue*, 2019.');
      const link = { line: 9, text: '[Unknown](./nowhere.md)', target: 'papers/graph-nets.md' };
      expect(linked('- [Unknown](./nowhere.md)', { choose: link }).section).toBe('- [[graph-nets|Unknown]]');
    });

    it('should say what is wrong with a choice', () => {
      const message = (lines: string, choose: LinkOptions['choose']): string | undefined => planLinks(`## References\n\n${lines}`, SOURCE, context, { choose }).skipped[0]?.message;
      const target = 'papers/graph-nets.md';
      expect(message('- [[graph-nets]]', { line: 3, text: '[[graph-nets]]', target })).toBe('“graph-nets” on line 3 is left as it is: it leads to that note already.');
      expect(message('- x', { line: 3, text: 'The same title', target })).toBe('“The same title” is no longer on line 3, so nothing was linked. Choose again.');
      expect(message('- [Graph nets](https://example.org) and more', { line: 3, text: '[Graph nets](https://example.org) and more', target })).toBe(
        '“Graph nets” on line 3 is left as it is: the item holds a link to another place. Link it by hand.',
      );
    });

    it('should choose another target for a link that works', () => {
      const choose = { line: 9, text: '[[graph-nets]]', target: 'papers/deep-walks.md' };
      expect(linked('- [[graph-nets]]', { choose }).section).toBe('- [[deep-walks|graph-nets]]');
      expect(linked('- [[ graph-nets ]]', { choose: { ...choose, text: '[[ graph-nets ]]' } }).section).toBe('- [[deep-walks|graph-nets]]');
    });

    it('should not link a chosen reference again', () => {
      const choose = { line: 9, text: '[[graph-nets]]', target: 'papers/graph-nets.md' };
      expect(linked('- [[graph-nets]]', { choose })).toMatchObject({ section: '- [[graph-nets]]', reasons: ['already-so'] });
    });

    it('should point citations of one paper at another, and leave other links alone', () => {
      const retarget = new Map([['papers/same-one.md', 'papers/same-two.md']]);
      const before = '- [[same-one|T]]\n- [[same-one]]\n- [[same-one#S]]\n- [U](./same-one.md)\n- [V](./same-two.md)\n- [W](./graph-nets.md)\n- [[papers/same-one]]\n- [X](./nowhere.md)\n';
      const after = '- [[same-two|T]]\n- [[same-two]]\n- [[same-two#S]]\n- [[same-two|U]]\n- [V](./same-two.md)\n- [W](./graph-nets.md)\n- [[same-two]]\n- [X](./nowhere.md)\n';
      expect(linked(before, { retarget })).toEqual({ section: after, reasons: [], repairs: 5, restyles: 0 });
    });

    it('should not make a paper cite itself by pointing', () => {
      const retarget = new Map([['papers/graph-nets.md', SOURCE]]);
      expect(linked('- [[graph-nets]]', { retarget }).section).toBe('- [[graph-nets]]');
    });
  });
});
