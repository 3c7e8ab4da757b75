import { Notice, type SettingDefinitionRender } from 'obsidian';
import { say } from '../language/say';
import { confirm } from '../views/modals/confirm-modal';
import { planSectionReset } from './plan-section-reset';
import type { SettingSection } from './setting-sections';
import type { SettingKit } from './settings-tab-deps';

/** The row that gives the settings of a section their defaults again; there only while one of them is another. */
export function resetRow({ app, deps, follow }: SettingKit, section: SettingSection, heading: string): SettingDefinitionRender {
  const plan = (): ReturnType<typeof planSectionReset> => planSectionReset(deps.settings(), section);
  const reset = async (): Promise<void> => {
    const { lost } = plan();
    if (lost.length > 0) {
      const lines = lost.map(({ name, value }) => say('{name}: {value}', { name, value }));
      const isConfirmed = await confirm(app, {
        title: say('Reset “{section}”?', { section: heading }),
        message: [say('What you have set here is replaced by the defaults:'), ...lines].join('\n'),
        confirm: say('Reset'),
        destructive: true,
      });
      if (!isConfirmed) return;
    }
    // Asked anew: a change may have come from elsewhere while the question was open.
    const { patch, changed } = plan();
    if (changed.length === 0) return;
    await deps.change(patch);
    new Notice(say('Back to the defaults: {names}', { names: changed.join(', ') }));
  };
  return {
    name: say('Back to the defaults'),
    desc: say('Of the settings in “{section}”. All others stay.', { section: heading }),
    visible: () => plan().changed.length > 0,
    searchable: false,
    render: (setting) => {
      setting.addButton((button) => {
        button.setButtonText(say('Reset')).onClick(() => {
          // A row that holds the focus is not drawn again by `update`.
          button.buttonEl.blur();
          follow(reset());
        });
      });
    },
  };
}
