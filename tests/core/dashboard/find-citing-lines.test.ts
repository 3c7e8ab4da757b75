import { findCitingLines } from '../../../src/core/dashboard/find-citing-lines';
import { aLibrary, aReference } from '../../support/a-library';

const { library } = aLibrary({
  references: { 'a.md': [aReference({ target: 'b.md' }, 12), aReference({ missingKey: 'adam' }, 13), aReference({ missingKey: 'b.md' }, 14), aReference({ target: 'b.md' }, 19)] },
});

describe('findCitingLines', () => {
  it.each([
    ['a.md', { path: 'b.md' }, [12, 19]],
    ['a.md', { key: 'adam' }, [13]],
    ['a.md', { key: 'other' }, []],
    ['none.md', { path: 'b.md' }, []],
  ])('should find in %s where %j is cited', (path, cited, lines) => {
    expect(findCitingLines(library, path, cited)).toEqual(lines);
  });
});
