import { provePlan } from '../../../src/core/changes/prove-plan';
import { applyEdits, type TextEdit } from '../../../src/core/text/text-edits';

const NOTE = '---\ntitle: A\nstatus: todo\n---\n\n- [B](./b.md)\n';

const replace = (text: string, old: string, insert: string): TextEdit => {
  const from = text.indexOf(old);
  return { from, to: from + old.length, insert };
};

const prove = (text: string, edit: TextEdit): string | null => provePlan(text, applyEdits(text, [edit]), [edit], []);

describe('provePlan', () => {
  it('should hold for edits of the body, right behind the front matter too', () => {
    expect(prove(NOTE, replace(NOTE, '[B](./b.md)', '[[b|B]]'))).toBeNull();
    const end = NOTE.indexOf('\n- ');
    expect(prove(NOTE, { from: end, to: end, insert: 'x' })).toBeNull();
    expect(prove('- [B](./b.md)\n', { from: 0, to: 0, insert: 'x' })).toBeNull();
    expect(provePlan(NOTE, NOTE, [], [])).toBeNull();
  });

  it.each([
    ['an edit within the front matter', replace(NOTE, 'A', 'B')],
    ['an edit that begins in it', replace(NOTE, '---\n\n- ', '---\n\n* ')],
  ])('should not hold for %s', (_what, edit) => {
    expect(prove(NOTE, edit)).toBe('an edit of the body reaches into the front matter');
  });

  it('should not hold where one of several edits reaches into the front matter', () => {
    const edits = [replace(NOTE, 'A', 'B'), replace(NOTE, '[B]', '[C]')];
    expect(provePlan(NOTE, applyEdits(NOTE, edits), edits, [])).toBe('an edit of the body reaches into the front matter');
  });

  it('should not hold for a text that is not what the edits say', () => {
    const edit = replace(NOTE, '[B]', '[C]');
    expect(provePlan(NOTE, NOTE.replace('todo', 'read'), [edit], [])).toBe('the front matter would change');
  });

  it('should hold property edits to the property and its value alone', () => {
    const edit = replace(NOTE, 'todo', 'read');
    const after = applyEdits(NOTE, [edit]);
    expect(provePlan(NOTE, after, [edit], [{ key: 'status', value: 'read' }])).toBeNull();
    expect(provePlan(NOTE, after, [edit], [{ key: 'status', value: 'skipped' }])).toContain('“status”');
    expect(provePlan(NOTE, after.replace('title: A', 'title: B'), [edit], [{ key: 'status', value: 'read' }])).toContain('“title”');
    expect(provePlan(NOTE, after.replace('./b.md', './c.md'), [edit], [{ key: 'status', value: 'read' }])).toContain('below the front matter');
  });

  it('should take what was read for the very texts that were read, and read any other', () => {
    const edit = replace(NOTE, 'todo', 'read');
    const after = applyEdits(NOTE, [edit]);
    const known = [NOTE, after].map((text) => ({ text, properties: new Map([['title', 'A'], ['status', text === NOTE ? 'todo' : 'read']]) }));
    const proveKnown = (before: string, now: string): string | null => provePlan(before, now, [edit], [{ key: 'status', value: 'read' }], known);
    expect(proveKnown(NOTE, after)).toBeNull();
    expect(proveKnown(NOTE, after.replace('title: A', 'title: B'))).toContain('“title”');
    expect(proveKnown(NOTE.replace('title: A', 'title: B'), after)).toContain('“title”');
    expect(proveKnown(NOTE, after.replace('read', 'skipped'))).toContain('“status”');
    expect(proveKnown(NOTE, after.replace('./b.md', './c.md'))).toContain('below the front matter');
  });
});
