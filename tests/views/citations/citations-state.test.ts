import fc from 'fast-check';
import { INITIAL_CITATIONS_STATE, readCitationsState } from '../../../src/views/citations/citations-state';

describe('readCitationsState', () => {
  it.each<[string, unknown, object]>([
    ['what it wrote', { filter: 'missing', collapsed: ['related'] }, { filter: 'missing', collapsed: ['related'] }],
    ['unknown values', { filter: 'gone', collapsed: ['other', 'cited-by'] }, { filter: 'all', collapsed: ['cited-by'] }],
    ['other shapes', { filter: 3, collapsed: 'related' }, INITIAL_CITATIONS_STATE],
    ['no state', null, INITIAL_CITATIONS_STATE],
  ])('should take over %s as far as it is known', (_name, data, expected) => {
    expect(readCitationsState(data)).toEqual(expected);
  });

  it('should accept anything, and its own outcome unchanged', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const state = readCitationsState(data);
        expect(readCitationsState(state)).toEqual(state);
      }),
      { seed: 20260103 },
    );
  });
});
