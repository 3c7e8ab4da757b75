import { openVault } from './open-vault';

it('should bring its own document where there is none', async () => {
  const host = await openVault({ files: { 'a.md': '[[b]]' }, loadPlugin: false });
  await host.openFile('a.md');
  expect(document.querySelector('textarea')?.value).toBe('[[b]]');
  expect(host.app.metadataCache.unresolvedLinks).toEqual({ 'a.md': { b: 1 } });
  await host.unload();
});
