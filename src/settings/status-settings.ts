import { Notice, type SettingDefinition, type SettingDefinitionItem, type SettingDefinitionList, type SettingDefinitionPage } from 'obsidian';
import type { StatusDefinition, StatusKind, StatusVocabulary } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { confirm } from '../views/modals/confirm-modal';
import { countStatuses } from './count-statuses';
import { SETTING_NAMES } from './parse-settings';
import { STATUS_COLORS, STATUS_KINDS } from './parse-statuses';
import { planSetting } from './plan-control-change';
import { resetRow } from './reset-row';
import type { SettingKit } from './settings-tab-deps';
import { oneStatusPreview, statusPreview } from './status-preview';

const KIND_NAMES: Readonly<Record<StatusKind, string>> = {
  queued: say('Waiting to be read'),
  active: say('Being read'),
  done: say('Read'),
  dropped: say('Given up'),
};

const COLOR_NAMES: Readonly<Record<string, string>> = {
  '': say('None'),
  red: say('Red'),
  orange: say('Orange'),
  yellow: say('Yellow'),
  green: say('Green'),
  cyan: say('Cyan'),
  blue: say('Blue'),
  purple: say('Purple'),
  pink: say('Pink'),
};

const KIND_OPTIONS: Record<string, string> = Object.fromEntries(STATUS_KINDS.map((kind) => [kind, KIND_NAMES[kind]]));
const COLOR_OPTIONS: Record<string, string> = Object.fromEntries(STATUS_COLORS.map((color) => [color, COLOR_NAMES[color] ?? color]));

/** The vocabulary: a list in its order with a page for each status, and what it looks like. `formerValue` tells the value that one had before it was edited. */
export function statusSettings(kit: SettingKit, formerValue: (index: number) => string | null): SettingDefinitionItem[] {
  return [
    statusList(kit, formerValue),
    { type: 'group', items: [statusPreview(kit), resetRow(kit, 'statuses', SETTING_NAMES.statuses)] },
  ];
}

function statusList(kit: SettingKit, formerValue: (index: number) => string | null): SettingDefinitionList {
  const { deps, store } = kit;
  return {
    type: 'list',
    heading: SETTING_NAMES.statuses,
    items: deps.settings().statuses.map((status, index) => statusPage(kit, status, index, formerValue)),
    addItem: {
      name: say('Add status'),
      action: () => {
        const now = deps.settings().statuses;
        store('statuses', [...now, newStatus(now)]);
      },
    },
    onDelete: (removed) => {
      const status = deps.settings().statuses[removed];
      if (status) kit.follow(removeStatus(kit, status));
    },
    onReorder: (from, to) => {
      const order = [...deps.settings().statuses];
      order.splice(to, 0, ...order.splice(from, 1));
      store('statuses', order);
    },
  };
}

async function removeStatus({ app, deps }: SettingKit, { value, label }: StatusDefinition): Promise<void> {
  // Found anew by its value after the question, which settings from elsewhere may have overtaken.
  const plan = (): ReturnType<typeof planSetting> => planSetting(deps.settings(), 'statuses', deps.settings().statuses.filter((status) => status.value !== value));
  const refusal = plan();
  const count = countStatuses(deps.source.library).get(value) ?? 0;
  if (refusal.ok && count > 0) {
    const isConfirmed = await confirm(app, {
      title: say('Remove “{label}”?', { label }),
      message: [
        count === 1 ? say('1 paper has this status.') : say('{count} papers have this status.', { count: String(count) }),
        say('What stands in notes stays as it is; “{value}” is then shown as a status outside of your list.', { value }),
      ].join('\n'),
      confirm: say('Remove'),
      destructive: true,
    });
    if (!isConfirmed) return;
  }
  const planned = plan();
  if (planned.ok) await deps.change(planned.value);
  else new Notice(planned.error);
}

function statusPage({ validator, ...kit }: SettingKit, status: StatusDefinition, index: number, formerValue: (index: number) => string | null): SettingDefinitionPage {
  const key = (part: keyof StatusDefinition): string => `statuses.${index}.${part}`;
  const text = (part: keyof StatusDefinition, name: string, desc: string): SettingDefinition => ({
    name,
    desc,
    control: { type: 'text', key: key(part), validate: validator(key(part)) },
  });
  return {
    type: 'page',
    // By place, not by label: the page is found by its name, which must not change while its label is being typed.
    name: say('Status {number}', { number: String(index + 1) }),
    desc: status.label === status.value ? status.value : say('{label} ({value})', { label: status.label, value: status.value }),
    displayValue: () => KIND_NAMES[kit.deps.settings().statuses[index]?.kind ?? status.kind],
    items: [
      oneStatusPreview({ validator, ...kit }, index, () => formerValue(index)),
      text('value', say('Value'), say('What is written into notes. Notes that have the old value keep it; list it under aliases if it should go on meaning this.')),
      text('label', say('Label'), say('What is shown.')),
      {
        name: say('Kind'),
        desc: say('What it means for the counts. At least one status must wait to be read, and one be read.'),
        control: { type: 'dropdown', key: key('kind'), options: KIND_OPTIONS, validate: validator(key('kind')) },
      },
      text('aliases', say('Aliases'), say('Other values that mean the same when read. Separate several with commas.')),
      { name: say('Colour'), control: { type: 'dropdown', key: key('color'), options: COLOR_OPTIONS } },
    ],
  };
}

function newStatus(statuses: StatusVocabulary): StatusDefinition {
  const taken = new Set(statuses.flatMap((status) => [status.value, ...status.aliases]).map((name) => name.toLowerCase()));
  let value = 'new-status';
  for (let number = 2; taken.has(value); number += 1) value = `new-status-${number}`;
  return { value, label: say('New status'), kind: 'queued', aliases: [], color: '' };
}
