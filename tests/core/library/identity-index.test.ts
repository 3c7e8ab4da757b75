import { IdentityIndex, keyedQuestion } from '../../../src/core/library/identity-index';
import type { Paper } from '../../../src/core/papers/paper';
import type { Resolution, ReferenceQuestion } from '../../../src/core/library/resolver';
import { aPaper } from '../../support/a-paper';

const indexOf = (...papers: readonly Partial<Paper>[]): IdentityIndex => {
  const index = new IdentityIndex();
  for (const given of papers) {
    const paper = aPaper({ metaKey: null, ...given });
    index.links.add(paper.path);
    index.addPaper(paper);
  }
  return index;
};

const ask = (label: string, given: Partial<ReferenceQuestion> = {}): ReferenceQuestion => ({ label, linkpath: null, titles: [label], ids: [], ...given });

const found = (target: string, via: Resolution['via']): Resolution => ({ target, via, candidates: [] });
const ambiguous = (...candidates: readonly string[]): Resolution => ({ target: null, via: null, candidates });
const nothing = ambiguous();

describe('IdentityIndex', () => {
  it.each<[string, Partial<ReferenceQuestion>, ReturnType<typeof keyedQuestion>]>([
    ['A Title', {}, { label: 'A Title', labelKey: 'atitle', linkpath: null, name: '', titleKeys: ['atitle'], ids: [] }],
    ['…', {}, { label: '…', labelKey: '', linkpath: null, name: '', titleKeys: [], ids: [] }],
    ['here', { titles: ['A Title'] }, { label: 'here', labelKey: 'here', linkpath: null, name: '', titleKeys: ['atitle'], ids: [] }],
    [
      'Doe. A Title',
      { linkpath: './x/Doe-Title.md', titles: ['Doe. A Title', '!', 'A Title'], ids: ['doi:10.1000/x'] },
      { label: 'Doe. A Title', labelKey: 'doeatitle', linkpath: './x/Doe-Title.md', name: 'doe-title', titleKeys: ['doeatitle', 'atitle'], ids: ['doi:10.1000/x'] },
    ],
  ])('should know of %j with %j what it is compared by', (label, given, keyed) => {
    expect(keyedQuestion(ask(label, given))).toEqual(keyed);
  });

  it.each<[string, Partial<Paper>, ReturnType<typeof IdentityIndex.identityOf>]>([
    ['file name', { path: 'p/A-Title.md', titleKey: 'atitle', metaKey: null }, { names: ['a-title'], titles: ['atitle'], ids: [] }],
    ['key of the note', { path: 'p/A-Title.md', titleKey: 'atitle', metaKey: 'Doe2019' }, { names: ['a-title', 'doe2019'], titles: ['atitle'], ids: [] }],
    ['key, however its letters are composed', { path: 'p/U\u0308ber.md', titleKey: 'atitle', metaKey: 'Ma\u0308rz\u00a02019' }, { names: ['\u00fcber', 'm\u00e4rz 2019'], titles: ['atitle'], ids: [] }],
    ['long aliases', { path: 'p/x.md', titleKey: 'atitle', metaKey: null, aliases: ['GAN', 'BERT', 'A Title'] }, { names: ['x'], titles: ['atitle', 'bert'], ids: [] }],
    ['cite key in its file name', { path: 'p/@Doe2019.md', titleKey: 'atitle', metaKey: null }, { names: ['@doe2019', 'doe2019'], titles: ['atitle'], ids: [] }],
    ['cite key among its aliases', { path: 'p/x.md', titleKey: 'atitle', metaKey: null, aliases: ['@Doe2019', '@a b'] }, { names: ['x', '@doe2019', 'doe2019'], titles: ['atitle', 'doe2019'], ids: [] }],
    ['no empty title', { path: 'p/x.md', titleKey: '', metaKey: null, aliases: ['…'] }, { names: ['x'], titles: [], ids: [] }],
    ['identifiers', { path: 'p/x.md', titleKey: 'atitle', metaKey: null, ids: ['arxiv:1706.03762'] }, { names: ['x'], titles: ['atitle'], ids: ['arxiv:1706.03762'] }],
  ])('should find a paper by its %s', (_, given, identity) => {
    expect(IdentityIndex.identityOf(aPaper(given))).toEqual(identity);
  });

  it('should list the papers of a title and of a name by path', () => {
    const index = indexOf({ path: 'b/One.md', titleKey: 'same' }, { path: 'a/one.md', titleKey: 'other', aliases: ['Same'] });
    expect(index.withTitleKey('same')).toEqual(['a/one.md', 'b/One.md']);
    expect(index.withName('ONE')).toEqual(['a/one.md', 'b/One.md']);
    expect(index.withTitleKey('none')).toEqual([]);
  });

  it('should say that a text may mean a paper as soon as the paper comes, and answer that it means none once it went', () => {
    const index = indexOf({ path: 'p/other.md', titleKey: 'another' });
    const paper = aPaper({ path: 'p/one.md', titleKey: 'aplaintitle', metaKey: null, aliases: ['The Alias'] });
    expect(index.mayMean('- A plain title', 2, 15)).toBe(false);
    index.addPaper(paper);
    expect(index.mayMean('- A plain title', 2, 15)).toBe(true);
    expect(index.mayMean('- the alias!', 2, 12)).toBe(true);
    expect(index.mayMean('- A plain title or none', 2, 23)).toBe(false);
    index.removePaper(paper);
    expect(index.resolve('x.md', ask('A plain title'))).toEqual(nothing);
  });

  it('should forget a paper that is removed', () => {
    const paper = aPaper({ path: 'p/one.md', titleKey: 'atitle', metaKey: 'doe2019', ids: ['doi:10.1000/one'] });
    const index = indexOf(paper);
    index.removePaper(paper);
    expect(index.withTitleKey('atitle')).toEqual([]);
    expect(index.withName('doe2019')).toEqual([]);
    expect(index.resolve('s.md', ask('A title', { ids: ['doi:10.1000/one'] }))).toEqual(nothing);
  });

  const library = [
    { path: 'p/one.md', titleKey: 'firsttitle', metaKey: 'Doe2019', ids: ['doi:10.1000/one'] },
    { path: 'p/two.md', titleKey: 'secondtitle', ids: ['doi:10.1000/two', 'doi:10.1000/shared'] },
    { path: 'p/three.md', titleKey: 'thirdtitle', ids: ['doi:10.1000/shared'] },
    { path: 'p/single-title.md', titleKey: 'singletitle' },
    { path: 'z/twin.md', titleKey: 'twintitle' },
    { path: 'p/twins.md', titleKey: 'twintitle' },
    // The name that generators make of the title, but in one of them the title is but an alias.
    { path: 'q/same-title.md', titleKey: 'other', aliases: ['Same Title'] },
    { path: 'p/same.md', titleKey: 'sametitle' },
    { path: 'q/slug-title.md', titleKey: 'slugtitle' },
    { path: 'p/slug.md', titleKey: 'slugtitle' },
    { path: 'q/copied-title.md', titleKey: 'copiedtitle' },
    { path: 'p/copied-title.md', titleKey: 'copiedtitle' },
    { path: 'p/copy.md', titleKey: 'copiedtitle' },
  ];

  it.each<[string, ReferenceQuestion, Resolution]>([
    ['a link that leads to a file', ask('Second title', { linkpath: './one.md' }), found('p/one.md', 'path')],
    ['a broken link by a paper’s key', ask('here', { linkpath: '../lost/doe2019.md' }), found('p/one.md', 'key')],
    ['no plain reference by a key', ask('Doe2019'), nothing],
    ['an identifier before the title', ask('Second title', { ids: ['doi:10.1000/one'] }), found('p/one.md', 'id')],
    ['the first identifier that is known', ask('here', { ids: ['doi:10.1000/none', 'doi:10.1000/two'] }), found('p/two.md', 'id')],
    ['neither the title of a link nor an identifier beside it that is another paper’s', ask('Second title', { linkpath: 'none.md', ids: ['doi:10.1000/one'] }), ambiguous('p/one.md', 'p/two.md')],
    ['a link by an identifier beside it', ask('here', { linkpath: 'none.md', ids: ['doi:10.1000/one'] }), found('p/one.md', 'id')],
    ['a link by an identifier beside its own title', ask('First title', { linkpath: 'none.md', ids: ['doi:10.1000/one'] }), found('p/one.md', 'id')],
    ['the title where papers share an identifier', ask('First title', { ids: ['doi:10.1000/shared'] }), found('p/one.md', 'title')],
    ['the first title that is known', ask('Doe. Second title', { titles: ['Doe. Second title', 'Second title', 'First title'] }), found('p/two.md', 'title')],
    ['several papers of one title', ask('Twin title'), ambiguous('p/twins.md', 'z/twin.md')],
    ['the only one of a title by that, whatever its name', ask('Single title'), found('p/single-title.md', 'title')],
    ['the one named by the title, of several', ask('Slug title'), found('q/slug-title.md', 'key')],
    ['several where the name’s bearer has the title as an alias', ask('Same title'), ambiguous('p/same.md', 'q/same-title.md')],
    ['all of several where two bear the name', ask('Copied title'), ambiguous('p/copied-title.md', 'p/copy.md', 'q/copied-title.md')],
    ['nothing', ask('No such title', { linkpath: 'none.md', ids: ['doi:10.1000/none'] }), nothing],
  ])('should resolve %s', (_, question, resolution) => {
    expect(indexOf(...library).resolve('p/source.md', question)).toEqual(resolution);
  });

  it.each<[string, string, Resolution]>([
    ['another paper of its own title', 'p/twins.md', found('z/twin.md', 'title')],
    ['itself where nothing else fits', 'p/twin.md', found('p/twin.md', 'title')],
    ['several others', 'c/twin.md', ambiguous('a/twins.md', 'b/twins.md')],
  ])('should let a note mean %s', (_, source, resolution) => {
    const papers = {
      'p/twins.md': ['p/twins.md', 'z/twin.md'],
      'p/twin.md': ['p/twin.md'],
      'c/twin.md': ['b/twins.md', 'c/twin.md', 'a/twins.md'],
    }[source];
    const index = indexOf(...(papers ?? []).map((path) => ({ path, titleKey: 'twinsandtitle' })));
    expect(index.resolve(source, ask('Twins and title'))).toEqual(resolution);
  });

  it.each([
    ['p/one.md', 'one'],
    ['p/twin.md', 'p/twin'],
    ['notes.md/twin.md', 'notes.md/twin'],
    ['p/TWIN.MD', 'p/TWIN'],
  ])('should link to %j by %j', (path, linktext) => {
    const index = indexOf({ path: 'p/one.md' });
    for (const twin of ['p/twin.md', 'notes.md/twin.md', 'p/TWIN.MD']) index.links.add(twin);
    expect(index.linktext(path)).toBe(linktext);
  });
});
