import type { Paper } from '../../../src/core/papers/paper';
import { ReadingMemory } from '../../../src/core/papers/reading-memory';
import { aPaper } from '../../support/a-paper';

const read = (given: Partial<Paper> = {}): Paper => aPaper({ title: 'One', status: 'read', readDate: '2024-05-31', ...given });
const queued = (given: Partial<Paper> = {}): Paper => aPaper({ title: 'One', status: 'todo', ...given });

describe('ReadingMemory', () => {
  it.each<[string, Paper[], Paper, string | null]>([
    ['a paper taken back with its day', [read()], queued(), '2024-05-31'],
    ['nothing where the day stays', [read()], queued({ readDate: '2024-05-31' }), null],
    ['nothing of a paper that is read still', [read()], read({ readDate: null }), null],
    ['nothing of a paper that is being read again', [read()], queued({ status: 'reading' }), null],
    ['nothing of a paper that was not read', [queued()], queued(), null],
    ['nothing of a paper that nobody has seen', [], queued(), null],
    ['nothing of another paper', [read()], queued({ title: 'Two' }), null],
    ['nothing where the paper was queued again before', [read(), queued({ readDate: '2024-05-31' })], queued(), null],
  ])('should tell %s', (_, before, now, day) => {
    const memory = new ReadingMemory();
    for (const paper of before) memory.remember(paper);
    expect(memory.takeLoss(now)).toEqual(day === null ? null : { path: 'papers/one.md', status: 'read', day });
  });

  it('should tell a loss once, and papers without a day too', () => {
    const memory = new ReadingMemory();
    memory.remember(read({ readDate: null }));
    expect(memory.takeLoss(queued())).toMatchObject({ day: null });
    expect(memory.takeLoss(queued())).toBeNull();
  });

  it('should know a paper by the name that it has now alone', () => {
    const memory = new ReadingMemory();
    memory.remember(read());
    memory.rename('papers/one.md', 'papers/two.md');
    expect(memory.takeLoss(queued())).toBeNull();
    expect(memory.takeLoss(queued({ title: 'Two' }))).toMatchObject({ path: 'papers/two.md', day: '2024-05-31' });
  });

  it('should know nothing of a paper that is gone once another one takes its name', () => {
    const memory = new ReadingMemory();
    memory.remember(read());
    memory.rename('papers/two.md', 'papers/one.md');
    expect(memory.takeLoss(queued())).toBeNull();
  });

  it('should know nothing once it is cleared', () => {
    const memory = new ReadingMemory();
    memory.remember(read());
    memory.clear();
    expect(memory.takeLoss(queued())).toBeNull();
  });
});
