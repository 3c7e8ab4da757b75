import { propertyName, withNames } from '../../../src/core/front-matter/property-names';

describe('propertyName', () => {
  it.each([
    [['status'], 'status', 'status'],
    [['Status'], 'status', 'Status'],
    [['STATUS', 'Status', 'status'], 'Status', 'Status'],
    [['STATUS', 'Status'], 'status', 'STATUS'],
    [['other'], 'status', 'status'],
    [[], 'status', 'status'],
  ])('should be, of %j asked for as %j, %j', (names, asked, found) => {
    expect(propertyName(new Map(names.map((name) => [name, 1])), asked)).toBe(found);
  });

  it('should be as asked where a note has no properties', () => {
    expect(propertyName(null, 'Status')).toBe('Status');
  });
});

describe('withNames', () => {
  const NAMES = new Map([['status', 'status'], ['numcitedby', 'numCitedBy']]);

  it('should give the wanted names to those that differ in case alone, where nothing has them', () => {
    expect(withNames(new Map([['Status', 'read'], ['NumCitedBy', '3'], ['Other', 'x']]), NAMES)).toEqual(new Map([['Status', 'read'], ['NumCitedBy', '3'], ['Other', 'x'], ['status', 'read'], ['numCitedBy', '3']]));
    expect(withNames(new Map([['Status', 'a'], ['STATUS', 'b']]), NAMES).get('status')).toBe('a');
    expect(withNames(new Map([['Status', 'a'], ['status', 'b']]), NAMES).get('status')).toBe('b');
  });

  it('should hand on the same properties where there is nothing to rename', () => {
    const properties = new Map([['status', 'read'], ['numCitedBy', '3'], ['Other', 'x']]);
    expect(withNames(properties, NAMES)).toBe(properties);
  });
});
