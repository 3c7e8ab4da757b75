import { renameInSettings } from '../../src/settings/rename-in-settings';

const settings = { paperFolders: ['Lit', 'Lit/Old', 'Literature'], newNoteFolder: 'Lit/New', newNoteTemplate: 'Meta/paper.md' };

describe('renameInSettings', () => {
  it.each([
    ['Lit', 'Papers', { ...settings, paperFolders: ['Papers', 'Papers/Old', 'Literature'], newNoteFolder: 'Papers/New' }],
    ['Lit/Old', 'Old', { ...settings, paperFolders: ['Lit', 'Old', 'Literature'] }],
    ['Meta/paper.md', 'Meta/new.md', { ...settings, newNoteTemplate: 'Meta/new.md' }],
    ['Meta', 'A/B', { ...settings, newNoteTemplate: 'A/B/paper.md' }],
    ['Lite', 'X', null],
    ['Lit/a.md', 'Lit/b.md', null],
  ])('should follow %s to %s', (from, to, after) => {
    expect(renameInSettings(settings, from, to)).toEqual(after);
  });

  it('should follow nothing where the settings name nothing', () => {
    expect(renameInSettings({ paperFolders: [], newNoteFolder: '', newNoteTemplate: '' }, 'Lit', 'Papers')).toBeNull();
  });
});
