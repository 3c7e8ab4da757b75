import type { HostApp } from './app';
import { Component } from './events';
import type { TFile } from './vault';
import type { WorkspaceLeaf } from './workspace';

/** A value as views get it: what matters here is its text, and whether there is one. */
export class Value {
  constructor(protected readonly raw: unknown) {}

  toString(): string {
    return Array.isArray(this.raw) ? this.raw.map(String).join(', ') : String(this.raw);
  }

  isTruthy(): boolean {
    return Boolean(this.raw);
  }
}

export class NullValue extends Value {
  static readonly value = new NullValue();

  constructor() {
    super(null);
  }

  override toString(): string {
    return 'null';
  }
}

const valueOf = (raw: unknown): Value => (raw === undefined || raw === null ? NullValue.value : new Value(raw));

export class QueryController extends Component {
  constructor(readonly app: HostApp) {
    super();
  }
}

class BasesEntry {
  constructor(
    readonly file: TFile,
    private readonly frontmatter: Readonly<Record<string, unknown>>,
  ) {}

  getValue(propertyId: string): Value | null {
    const name = propertyId.slice(propertyId.indexOf('.') + 1);
    if (propertyId.startsWith('note.')) return valueOf(Object.entries(this.frontmatter).find(([key]) => key === name)?.[1]);
    const { file } = this;
    const known: Record<string, unknown> = { name: file.name, basename: file.basename, path: file.path, ext: file.extension, folder: file.parent?.path ?? '' };
    return propertyId.startsWith('file.') ? valueOf(known[name]) : null;
  }
}

class BasesEntryGroup {
  constructor(
    readonly entries: BasesEntry[],
    readonly key?: Value,
  ) {}

  hasKey(): boolean {
    return this.key !== undefined && !(this.key instanceof NullValue);
  }
}

class BasesQueryResult {
  constructor(
    readonly data: BasesEntry[],
    private readonly groupBy: string | null,
    readonly properties: string[],
  ) {}

  get groupedData(): BasesEntryGroup[] {
    const { groupBy } = this;
    if (groupBy === null) return [new BasesEntryGroup(this.data)];
    const groups = new Map<string, BasesEntryGroup>();
    for (const entry of this.data) {
      const key = entry.getValue(groupBy) ?? NullValue.value;
      const name = key instanceof NullValue ? '' : key.toString();
      const group = groups.get(name) ?? new BasesEntryGroup([], key);
      group.entries.push(entry);
      groups.set(name, group);
    }
    return [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)).map(([, group]) => group);
  }
}

class BasesViewConfig {
  constructor(
    readonly name: string,
    private readonly query: () => BaseQuery,
  ) {}

  get(key: string): unknown {
    return this.query().options?.[key];
  }

  getAsPropertyId(key: string): string | null {
    const value = this.get(key);
    return typeof value === 'string' && /^(?:note|file|formula)\../.test(value) ? value : null;
  }

  set(key: string, value: unknown): void {
    this.query().options = { ...this.query().options, [key]: value };
  }

  getOrder(): string[] {
    return [...(this.query().order ?? [])];
  }

  getSort(): never[] {
    return [];
  }

  getDisplayName(propertyId: string): string {
    return this.query().displayNames?.[propertyId] ?? propertyId.slice(propertyId.indexOf('.') + 1);
  }
}

export abstract class BasesView extends Component {
  abstract type: string;
  app: HostApp;
  config!: BasesViewConfig;
  allProperties: string[] = [];
  data!: BasesQueryResult;

  protected constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;
}

/** What a base would give its view: notes that its filters leave, sorted already; the host has no formula language. */
export interface BaseQuery {
  paths: readonly string[];
  groupBy?: string;
  order?: readonly string[];
  options?: Record<string, unknown>;
  displayNames?: Record<string, string>;
}

interface Registration {
  readonly viewId: string;
  readonly registration: { factory(controller: QueryController, containerEl: HTMLElement): BasesView; options?(config: BasesViewConfig): unknown[] };
}

export interface OpenBase {
  readonly view: BasesView;
  readonly containerEl: HTMLElement;
  /** The options that the view offers in the toolbar. */
  options(): unknown[];
  update(change: Partial<BaseQuery>): void;
  close(): void;
}

/** Shows notes in a registered view as a base in a tab does; a change of a note's properties brings a new result a moment later. */
export async function openBase(app: HostApp, viewId: string, query: BaseQuery): Promise<OpenBase> {
  const found = ((app.registrations.basesViews ?? []) as Registration[]).find((each) => each.viewId === viewId);
  if (!found) throw new Error(`There is no Bases view '${viewId}'.`);
  const leaf: WorkspaceLeaf = app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'bases', active: true });
  const parent = leaf.view.containerEl.querySelector<HTMLElement>('.view-content') ?? leaf.view.containerEl;
  parent.empty();
  parent.addClass('mod-bases');
  const containerEl = parent.createDiv({ cls: 'bases-view' });
  let current: BaseQuery = { ...query };
  const controller = new QueryController(app);
  const view = found.registration.factory(controller, containerEl);
  view.config = new BasesViewConfig('View', () => current);
  const refresh = (): void => {
    const entries = current.paths.flatMap((path) => {
      const file = app.vault.getFileByPath(path);
      return file ? [new BasesEntry(file, (app.metadataCache.getFileCache(file)?.frontmatter ?? {}) as Record<string, unknown>)] : [];
    });
    view.data = new BasesQueryResult(entries, current.groupBy ?? null, [...(current.order ?? [])]);
    view.onDataUpdated();
  };
  controller.addChild(view);
  const ref = app.metadataCache.on('changed', () => void window.setTimeout(refresh, 0));
  controller.register(() => {
    app.metadataCache.offref(ref);
  });
  void controller.load();
  refresh();
  return {
    view,
    containerEl,
    options: () => found.registration.options?.(view.config) ?? [],
    update(change) {
      current = { ...current, ...change };
      refresh();
    },
    close() {
      controller.unload();
      leaf.detach();
    },
  };
}
