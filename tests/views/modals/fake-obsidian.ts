/**
 * Import this first: it stands in for the app (the `obsidian` package holds types only) with as much as views and modals
 * touch. Modals stay open and in the document until they are closed; a suggestion modal closes before it hands over the
 * choice, as the app does.
 */
import 'obsidian-test-mocks/jest-setup';

class FakeModal {
  readonly modalEl = document.createElement('div');
  readonly titleEl = this.modalEl.createDiv();
  readonly contentEl = this.modalEl.createDiv();

  constructor(readonly app: unknown) {
    this.modalEl.tabIndex = -1;
    this.modalEl.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  open(): void {
    document.body.append(this.modalEl);
    this.onOpen();
  }

  close(): void {
    this.modalEl.remove();
    this.onClose();
  }

  onOpen(): void {
    // Subclasses fill the modal here.
  }

  onClose(): void {
    // Subclasses clean up here.
  }
}

abstract class FakeSuggestModal<T> extends FakeModal {
  readonly inputEl = this.contentEl.createEl('input');
  private readonly listEl = this.contentEl.createDiv();
  emptyStateText = '';

  abstract getSuggestions(query: string): T[];
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(value: T, event: MouseEvent): void;

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  override onOpen(): void {
    this.inputEl.addEventListener('input', () => {
      this.drawList();
    });
    this.drawList();
  }

  private drawList(): void {
    this.listEl.empty();
    for (const value of this.getSuggestions(this.inputEl.value)) {
      const item = this.listEl.createDiv({ cls: 'suggestion-item' });
      this.renderSuggestion(value, item);
      item.addEventListener('click', (event) => {
        this.close();
        this.onChooseSuggestion(value, event);
      });
    }
  }
}

abstract class FakeFuzzySuggestModal<T> extends FakeSuggestModal<{ item: T }> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent): void;

  override getSuggestions(query: string): { item: T }[] {
    return this.getItems().filter((item) => this.getItemText(item).includes(query)).map((item) => ({ item }));
  }

  override renderSuggestion({ item }: { item: T }, el: HTMLElement): void {
    el.setText(this.getItemText(item));
  }

  override onChooseSuggestion({ item }: { item: T }, event: MouseEvent): void {
    this.onChooseItem(item, event);
  }
}

class FakeNotice {
  readonly noticeEl = document.body.createDiv({ cls: 'notice' });

  constructor(message: string | DocumentFragment, readonly duration?: number) {
    this.noticeEl.append(message);
    this.noticeEl.dataset.duration = String(duration);
    this.noticeEl.addEventListener('click', () => {
      this.hide();
    });
  }

  hide(): void {
    this.noticeEl.remove();
  }
}

class FakeItemView {
  readonly contentEl = document.body.createDiv();
  readonly app: unknown;
  private readonly cleanups: (() => void)[] = [];

  constructor(leaf: { app: unknown }) {
    this.app = leaf.app;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(): Promise<void> {
    return Promise.resolve();
  }

  register(cleanup: () => void): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(reference: { off: () => void }): void {
    this.register(() => {
      reference.off();
    });
  }

  unload(): void {
    for (const cleanup of this.cleanups) cleanup();
  }
}

/** jsdom lays nothing out: rows keep the height that is assumed for them. */
class FakeResizeObserver {
  observe(): void {
    // Nothing is ever measured.
  }

  unobserve(): void {
    // Nothing is ever measured.
  }

  disconnect(): void {
    // Nothing is ever measured.
  }
}

Object.assign(globalThis, { ResizeObserver: FakeResizeObserver });

jest.mock(
  'obsidian',
  () => ({
    Modal: FakeModal,
    SuggestModal: FakeSuggestModal,
    FuzzySuggestModal: FakeFuzzySuggestModal,
    Notice: FakeNotice,
    ItemView: FakeItemView,
    Platform: { isMobile: false, isMacOS: false },
    getLanguage: () => 'en',
    setIcon: (el: HTMLElement, name: string) => {
      el.dataset.icon = name;
    },
  }),
  { virtual: true },
);
