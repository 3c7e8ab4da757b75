import { planRestore } from '../../../src/core/changes/plan-restore';
import { applyEdits } from '../../../src/core/text/text-edits';
import { libraryOf, linkContextOf } from '../../support/small-library';

const SOURCE = 'papers/citing.md';
const library = libraryOf(
  [
    { path: SOURCE, title: 'The citing paper' },
    { path: 'papers/graph-nets.md', title: 'Graph nets' },
    { path: 'papers/a b.md', title: 'Spaces in names' },
    { path: 'papers/f(x).md', title: 'Functions' },
    { path: 'papers/Über 100% 中.md', title: 'Names' },
    { path: 'papers/twin.md', title: 'Twin paper' },
    { path: 'archive/twin.md', title: 'Another twin' },
    { path: 'other/far.md', title: 'Far away' },
    { path: 'papers/below/deep.md', title: 'Deep below' },
  ],
  ['papers/figure.pdf'],
);
const context = linkContextOf(library);

function restored(lines: string, changes = {}): { section: string; reasons: string[]; restyles: number } {
  const head = '# The citing paper\n\n## References\n\n';
  const plan = planRestore(head + lines, SOURCE, { ...context, ...changes });
  return { section: applyEdits(head + lines, plan.edits).slice(head.length), reasons: plan.skipped.map((skip) => skip.reason), restyles: plan.restyles };
}

describe('planRestore', () => {
  it.each([
    ['- [[graph-nets|A title]]', '- [A title](./graph-nets.md)'],
    ['- [[graph-nets]]', '- [graph-nets](./graph-nets.md)'],
    ['- [[papers/graph-nets|A title]]', '- [A title](./graph-nets.md)'],
    ['- [[papers/twin]]', '- [twin](./twin.md)'],
    ['- [[graph-nets.md|A title]]', '- [A title](./graph-nets.md)'],
    ['- [[Graph-Nets|A title]]', '- [A title](./graph-nets.md)'],
    ['- [[graph-nets#Main results|A title]]', '- [A title](./graph-nets.md#Main%20results)'],
    ['- [[a b|A title]]', '- [A title](./a%20b.md)'],
    ['- [[f(x)|A title]]', '- [A title](./f(x).md)'],
    ['- [[Über 100% 中|A title]]', '- [A title](./Über%20100%25%20中.md)'],
    ['- [[graph-nets|A [bracketed] title]]', '- [A [bracketed] title](./graph-nets.md)'],
    ['- [[graph-nets|an [ odd bracket]]', '- [an \\[ odd bracket](./graph-nets.md)'],
    ['- [[graph-nets|*A* title]]', '- [\\*A\\* title](./graph-nets.md)'],
    ['- [[graph-nets|a|b]]', '- [a|b](./graph-nets.md)'],
    ['- [[graph-nets|]]', '- [graph-nets](./graph-nets.md)'],
    ['- [[citing|The citing paper]]', '- [The citing paper](./citing.md)'],
    ['- "[[graph-nets|A]]" and [[a b]], 2019', '- "[A](./graph-nets.md)" and [a b](./a%20b.md), 2019'],
    ['- [1][[graph-nets|A]]', '- [1][A](./graph-nets.md)'],
    ['| a |\n| --- |\n| [[graph-nets\\|x\\|y]] |', '| a |\n| --- |\n| [x\\|y](./graph-nets.md) |'],
    ['- [[graph-nets|A]]\r\n- text\r\n', '- [A](./graph-nets.md)\r\n- text\r\n'],
  ])('should turn %j into %j', (before, after) => {
    expect(restored(before).section).toBe(after);
    expect(restored(after)).toEqual({ section: after, reasons: [], restyles: 0 });
  });

  it.each([
    ['not-in-same-folder', '- [[far|Far away]]'],
    ['not-in-same-folder', '- [[archive/twin|Another twin]]'],
    ['not-in-same-folder', '- [[deep]]'],
    ['link-form', '- [k][[graph-nets|A title]]\n\n[k]: ./graph-nets.md\n'],
  ])('should report %s for %j', (reason, lines) => {
    expect(restored(lines)).toEqual({ section: lines, reasons: [reason], restyles: 0 });
  });

  it.each(['- [[nowhere|A title]]', '- [[figure.pdf]]', '- ![[graph-nets]]', '- [A title](graph-nets.md)', '- Graph nets', '- `[[graph-nets]]`', '%% [[graph-nets]] %%'])(
    'should say nothing of %j',
    (lines) => {
      expect(restored(lines)).toEqual({ section: lines, reasons: [], restyles: 0 });
    },
  );

  it('should leave a link that the app resolves to another note', () => {
    expect(restored('- [[graph-nets]]', { appTarget: () => 'other/far.md' })).toEqual({ section: '- [[graph-nets]]', reasons: ['resolution-differs'], restyles: 0 });
  });

  it.each([
    ['- [[far|Far away]]', 'Far away', '“other/far.md” lies in another folder'],
    ['- [k][[graph-nets|A title]]\n\n[k]: ./graph-nets.md\n', 'A title', 'with what stands around it a relative link would be read as something else. Change it by hand'],
  ])('should say of %j why', (lines, label, because) => {
    expect(planRestore(`## References\n\n${lines}`, SOURCE, context).skipped.map((skip) => skip.message)).toEqual([`“${label}” on line 3 is left as it is: ${because}.`]);
  });

  it('should say where the app would go', () => {
    const [skip] = planRestore('## References\n\n- [[graph-nets]]', SOURCE, { ...context, appTarget: () => 'other/far.md' }).skipped;
    expect(skip?.message).toBe('“graph-nets” on line 3 is left as it is: Obsidian opens “other/far.md” from it, and not “papers/graph-nets.md”.');
  });

  it('should list what is left in the order of the lines, and edit in the order of the text', () => {
    const lines = '[[far]]\n\n- [k][[graph-nets]]\n- [[graph-nets|B]]\n\n[[a b]]\n\n- [[deep]]\n\n[k]: ./x.md\n';
    const plan = planRestore(`## References\n\n${lines}`, SOURCE, context);
    expect(plan.skipped.map((skip) => skip.line)).toEqual([3, 5, 10]);
    expect(plan.edits.map((edit) => edit.insert)).toEqual(['[B](./graph-nets.md)', '[a b](./a%20b.md)']);
    expect(plan).toMatchObject({ repairs: 0, restyles: 2, properties: [] });
  });

  it('should work where it is not known what the app would do', () => {
    const { appTarget: _appTarget, ...withoutApp } = context;
    expect(planRestore('## References\n\n- [[graph-nets]]', SOURCE, withoutApp).restyles).toBe(1);
  });

  it('should show the name where the text is blank', () => {
    expect(restored('- [[graph-nets|  ]]').section).toBe('- [graph-nets](./graph-nets.md)');
  });

  it('should keep to the references section unless the scope is the note', () => {
    const text = '[[graph-nets|A]]\n\n## References\n\n- [[graph-nets|B]]\n';
    expect(applyEdits(text, planRestore(text, SOURCE, context).edits)).toBe('[[graph-nets|A]]\n\n## References\n\n- [B](./graph-nets.md)\n');
    expect(applyEdits(text, planRestore(text, SOURCE, { ...context, scope: 'note' }).edits)).toBe('[A](./graph-nets.md)\n\n## References\n\n- [B](./graph-nets.md)\n');
  });
});
