import type { HostApp } from './app';
import { ButtonComponent } from './components';
import { reportHandlerError } from './events';
import { prepareFuzzySearch, renderMatches } from './functions';
import { Scope } from './keymap';

/** Stays open until closed; Escape and a click on the background close it. */
export class Modal {
  app: HostApp;
  scope: Scope;
  containerEl: HTMLElement;
  bgEl: HTMLElement;
  modalEl: HTMLElement;
  headerEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private isOpen = false;
  private closeCallback: (() => unknown) | null = null;
  private returnFocus: HTMLElement | null = null;

  constructor(app: HostApp) {
    this.app = app;
    this.scope = new Scope();
    this.containerEl = createDiv({ cls: 'modal-container mod-dim' });
    this.bgEl = this.containerEl.createDiv({ cls: 'modal-bg' });
    this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' } });
    this.headerEl = this.modalEl.createDiv({ cls: 'modal-header' });
    this.titleEl = this.headerEl.createDiv({ cls: 'modal-title' });
    this.contentEl = this.modalEl.createDiv({ cls: 'modal-content' });
    this.bgEl.addEventListener('click', () => {
      this.close();
    });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const active = document.activeElement;
    this.returnFocus = active instanceof HTMLElement ? active : null;
    document.body.appendChild(this.containerEl);
    this.app.openModals.push(this);
    this.app.keymap.pushScope(this.scope);
    this.modalEl.focus();
    guarded(() => this.onOpen());
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.openModals.splice(this.app.openModals.indexOf(this), 1);
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    if (this.shouldRestoreSelection) this.returnFocus?.focus();
    guarded(() => {
      this.onClose();
    });
    guarded(() => this.closeCallback?.());
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    return undefined;
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    this.modalEl.setAttribute('aria-label', title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }
}

function guarded(act: () => unknown): void {
  try {
    const result = act();
    if (result instanceof Promise) result.catch(reportHandlerError);
  } catch (error) {
    reportHandlerError(error);
  }
}

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  ctaEl: HTMLElement;
  private readonly instructionsEl: HTMLElement;
  private values: T[] = [];
  private selected = 0;
  private asked = 0;

  constructor(app: HostApp) {
    super(app);
    this.modalEl.removeClass('modal');
    this.modalEl.addClass('prompt');
    this.modalEl.empty();
    const box = this.modalEl.createDiv({ cls: 'prompt-input-container' });
    this.inputEl = box.createEl('input', { cls: 'prompt-input', type: 'text', attr: { autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'done' } });
    this.ctaEl = box.createDiv({ cls: 'prompt-input-cta' });
    this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results', attr: { role: 'listbox' } });
    this.instructionsEl = createDiv({ cls: 'prompt-instructions' });
    this.inputEl.addEventListener('input', () => {
      this.updateSuggestions();
    });
    this.scope.register(null, 'ArrowDown', () => this.select(this.selected + 1));
    this.scope.register(null, 'ArrowUp', () => this.select(this.selected - 1));
    this.scope.register(null, 'Home', () => (this.inputEl.value === '' ? this.select(0) : undefined));
    this.scope.register(null, 'Enter', (event) => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    this.inputEl.setAttribute('aria-label', placeholder);
  }

  setInstructions(instructions: { command: string; purpose: string }[]): void {
    this.instructionsEl.empty();
    for (const { command, purpose } of instructions) {
      const line = this.instructionsEl.createDiv({ cls: 'prompt-instruction' });
      line.createSpan({ cls: 'prompt-instruction-command', text: command });
      line.createSpan({ text: purpose });
    }
    this.modalEl.appendChild(this.instructionsEl);
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    if (this.inputEl.value !== '' || this.values.length === 0) this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  /** The app closes first, then tells what was chosen. */
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    guarded(() => {
      this.onChooseSuggestion(value, event);
    });
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.selected];
    if (value !== undefined) this.selectSuggestion(value, event);
  }

  updateSuggestions(): void {
    const asked = ++this.asked;
    const found = this.getSuggestions(this.inputEl.value);
    if (Array.isArray(found)) this.show(found);
    else {
      found.then((values) => {
        if (asked === this.asked) this.show(values);
      }, reportHandlerError);
    }
  }

  private show(values: T[]): void {
    this.values = this.limit > 0 ? values.slice(0, this.limit) : values;
    if (this.values.length === 0) {
      this.onNoSuggestion();
      return;
    }
    this.resultContainerEl.empty();
    for (const value of this.values) {
      const el = this.resultContainerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
      this.renderSuggestion(value, el);
      el.addEventListener('click', (event) => {
        this.selectSuggestion(value, event);
      });
      el.addEventListener('mousemove', () => {
        const at = this.values.indexOf(value);
        if (at !== this.selected) this.select(at, false);
      });
    }
    this.select(0);
  }

  private select(at: number, scroll = true): false {
    const count = this.values.length;
    this.selected = count === 0 ? 0 : (at + count) % count;
    Array.from(this.resultContainerEl.children).forEach((el, i) => {
      el.toggleClass('is-selected', i === this.selected);
      el.setAttribute('aria-selected', String(i === this.selected));
      if (scroll && i === this.selected && 'scrollIntoView' in el) el.scrollIntoView({ block: 'nearest' });
    });
    return false;
  }
}

export interface FuzzyMatch<T> {
  item: T;
  match: { score: number; matches: [number, number][] };
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found: FuzzyMatch<T>[] = [];
    for (const item of this.getItems()) {
      const match = search(this.getItemText(item));
      if (match) found.push({ item, match });
    }
    return query === '' ? found : found.sort((a, b) => b.match.score - a.match.score);
  }

  renderSuggestion(value: FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(value.item), value.match.matches);
  }

  onChooseSuggestion(value: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(value.item, event);
  }
}

export class ConfirmationButton extends ButtonComponent {
  private chosen: ((event: MouseEvent) => unknown) | null = null;

  constructor(containerEl: HTMLElement, private readonly modal: ConfirmationModal) {
    super(containerEl);
    super.onClick((event) => {
      const result = this.chosen?.(event);
      if (result instanceof Promise) return result.then(() => { this.modal.close(); });
      this.modal.close();
      return undefined;
    });
  }

  override onClick(handler: (event: MouseEvent) => unknown): this {
    this.chosen = handler;
    return this;
  }

  setInitialFocus(): this {
    this.modal.initialFocus = this.buttonEl;
    return this;
  }

  setSecondary(): this {
    return this.setClass('mod-secondary');
  }

  setCancel(): this {
    return this.setClass('mod-cancel');
  }
}

export class ConfirmationModal extends Modal {
  buttonContainerEl: HTMLElement;
  initialFocus: HTMLElement | null = null;

  constructor(app: HostApp) {
    super(app);
    this.modalEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv({ cls: 'modal-button-container' });
  }

  override open(): void {
    super.open();
    this.initialFocus?.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, cb: (value: boolean) => unknown): this {
    const row = this.buttonContainerEl.createEl('label', { cls: 'mod-checkbox' });
    const box = row.createEl('input', { type: 'checkbox', attr: { tabindex: '-1' } });
    row.appendText(label);
    box.addEventListener('change', () => {
      guarded(() => cb(box.checked));
    });
    return this;
  }

  addButton(cb: (button: ConfirmationButton) => unknown): this {
    cb(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}

/** A list of suggestions below an input; what the app uses for path settings and plugins for their own. */
export abstract class PopoverSuggest<T> {
  app: HostApp;
  scope: Scope;
  suggestEl: HTMLElement;
  protected values: T[] = [];
  protected selected = 0;
  private isOpen = false;

  constructor(app: HostApp, scope?: Scope) {
    this.app = app;
    this.scope = scope ?? new Scope(app.scope);
    this.suggestEl = createDiv({ cls: 'suggestion-container' });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.scope.register([], 'ArrowDown', () => this.select(this.selected + 1));
    this.scope.register([], 'ArrowUp', () => this.select(this.selected - 1));
    this.scope.register([], 'Enter', (event) => {
      const value = this.values[this.selected];
      if (value !== undefined) this.selectSuggestion(value, event);
      return false;
    });
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    document.body.appendChild(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.suggestEl.remove();
    this.app.keymap.popScope(this.scope);
  }

  protected show(values: T[]): void {
    this.values = values;
    this.suggestEl.empty();
    const list = this.suggestEl.createDiv({ cls: 'suggestion' });
    for (const value of values) {
      const el = list.createDiv({ cls: 'suggestion-item' });
      this.renderSuggestion(value, el);
      el.addEventListener('mousedown', (event) => {
        event.preventDefault();
      });
      el.addEventListener('click', (event) => {
        this.selectSuggestion(value, event);
      });
    }
    this.select(0);
    if (values.length > 0) this.open();
    else this.close();
  }

  private select(at: number): false {
    const count = this.values.length;
    this.selected = count === 0 ? 0 : (at + count) % count;
    this.suggestEl.findAll('.suggestion-item').forEach((el, i) => {
      el.toggleClass('is-selected', i === this.selected);
    });
    return false;
  }
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private chosen: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(app: HostApp, readonly textInputEl: HTMLInputElement | HTMLDivElement) {
    super(app);
    const ask = (): void => {
      const found = this.getSuggestions(this.getValue());
      const show = (values: T[]): void => {
        if (document.activeElement !== textInputEl) return;
        const box = textInputEl.getBoundingClientRect();
        this.suggestEl.setCssStyles({ left: `${String(box.left)}px`, top: `${String(box.bottom + 4)}px` });
        this.show(values.slice(0, this.limit));
      };
      if (Array.isArray(found)) show(found);
      else found.then(show, reportHandlerError);
    };
    textInputEl.addEventListener('input', ask);
    textInputEl.addEventListener('focus', ask);
    textInputEl.addEventListener('blur', () => {
      this.close();
    });
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  setValue(value: string): void {
    if ('value' in this.textInputEl) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  getValue(): string {
    return 'value' in this.textInputEl ? this.textInputEl.value : this.textInputEl.textContent ?? '';
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.chosen?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.chosen = callback;
    return this;
  }
}
