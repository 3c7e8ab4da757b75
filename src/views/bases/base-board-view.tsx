import { BasesView, NullValue, type BasesEntry as AppEntry, type BasesPropertyId, type HoverParent, type HoverPopover, type QueryController } from 'obsidian';
import { render } from 'preact';
import type { BaseGroup } from '../../core/dashboard/base-columns';
import { readStatus } from '../../core/papers/status-vocabulary';
import { BaseBoard, type BaseBoardDeps } from './base-board';
import { cardFieldsOf, statusPropertyOf } from './base-board-options';
import type { BoardEntry, CardField } from './board-entry';

export type { BaseBoardDeps } from './base-board';

/** The type under which the view is registered, and named in `.base` files. */
export const BASE_BOARD_VIEW = 'paperweave-board';

/** The status board over a base: its filters, sorts and groups are the base's, moving a card sets the status. */
export class BaseBoardView extends BasesView implements HoverParent {
  override readonly type = BASE_BOARD_VIEW;
  hoverPopover: HoverPopover | null = null;
  private readonly root: HTMLElement;
  private updates = 0;

  constructor(
    controller: QueryController,
    containerEl: HTMLElement,
    private readonly deps: BaseBoardDeps,
  ) {
    super(controller);
    this.root = containerEl.createDiv({ cls: 'paperweave-base-root' });
    // What follows its size belongs to a window.
    this.register(this.root.onWindowMigrated(() => {
      this.onDataUpdated();
    }));
  }

  override onDataUpdated(): void {
    this.updates += 1;
    const { statusProperty } = this.deps.settings();
    const property = statusPropertyOf(this.config, statusProperty);
    render(
      <BaseBoard
        deps={this.deps}
        hoverParent={this}
        update={this.updates}
        property={property.slice('note.'.length)}
        groups={() => this.groups(property)}
        fields={this.fields(property)}
      />,
      this.root,
    );
  }

  override onunload(): void {
    render(null, this.root);
    this.root.remove();
  }

  private groups(property: BasesPropertyId): readonly BaseGroup<BoardEntry>[] {
    return this.data.groupedData.map((group) => ({
      key: group.hasKey() ? (group.key?.toString() ?? null) : null,
      entries: group.entries.map((entry) => this.readEntry(entry, property)),
    }));
  }

  private readEntry(entry: AppEntry, property: BasesPropertyId): BoardEntry {
    const { source, settings } = this.deps;
    const { statuses, statusProperty, fields } = settings();
    const { path, basename } = entry.file;
    const textOf = (id: BasesPropertyId): string | null => textOfEntry(entry, id);
    const paper = source.library.paper(path);
    const statusText = textOf(property);
    // The library knows of a change before the base does.
    const status = paper && property === `note.${statusProperty}` ? { value: paper.status, kind: paper.statusKind } : readStatus(statuses, statusText);
    return { path, title: paper?.title ?? textOf(`note.${fields.title}`) ?? basename, status, statusText, textOf };
  }

  private fields(statusProperty: BasesPropertyId): readonly CardField[] {
    const shownAnyway = new Set<string>([statusProperty, `note.${this.deps.settings().fields.title}`, 'file.name', 'file.basename']);
    return cardFieldsOf(this.config)
      .filter((id) => !shownAnyway.has(id))
      .map((id) => ({ id, name: this.config.getDisplayName(id) }));
  }
}

/** The text of a property; null where there is none. */
function textOfEntry(entry: AppEntry, id: BasesPropertyId): string | null {
  const value = entry.getValue(id);
  const text = value === null || value instanceof NullValue ? '' : value.toString().trim();
  return text === '' ? null : text;
}
