import type { SettingControl, SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { HostApp } from './app';
import { ColorComponent, DropdownComponent, Setting, SettingGroup, SliderComponent, TextAreaComponent, TextComponent, ToggleComponent } from './components';
import { reportHandlerError } from './events';
import { setIcon } from './icons';
import { AbstractInputSuggest } from './modals';
import type { Plugin } from './plugin';

type Truth = boolean | (() => boolean) | undefined;

function truth(value: Truth, otherwise: boolean): boolean {
  return typeof value === 'function' ? value() : value ?? otherwise;
}

/** A page of the settings that draws itself. */
export abstract class SettingPage {
  rootEl: HTMLElement;
  titlebarEl: HTMLElement;
  containerEl: HTMLElement;
  title = '';

  constructor() {
    this.rootEl = createDiv({ cls: 'setting-page' });
    this.titlebarEl = this.rootEl.createDiv({ cls: 'setting-page-titlebar' });
    this.containerEl = this.rootEl.createDiv({ cls: 'setting-page-content' });
  }

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}

/** Declarative and imperative settings: definitions, if there are any, win over `display()`. */
export abstract class SettingTab {
  id = '';
  name = '';
  icon = 'settings';
  app: HostApp;
  containerEl: HTMLElement;
  settingItems: SettingDefinitionItem[] = [];
  private shown = false;
  /** Names of the pages that are open, outermost first. */
  private pagePath: string[] = [];
  private domState: (() => void)[] = [];
  private cleanUps: (() => void)[] = [];

  constructor(app: HostApp) {
    this.app = app;
    this.containerEl = createDiv({ cls: 'vertical-tab-content' });
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    return undefined;
  }

  display(): void {
    return undefined;
  }

  hide(): void {
    return undefined;
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.shown && this.settingItems.length > 0) this.draw();
  }

  refreshDomState(): void {
    for (const refresh of this.domState) refresh();
  }

  /** Internal: the settings window shows this tab. */
  open(): void {
    this.shown = true;
    this.pagePath = [];
    this.settingItems = this.getSettingDefinitions();
    if (this.settingItems.length > 0) this.draw();
    else this.display();
  }

  /** Internal: the settings window leaves this tab. */
  close(): void {
    this.shown = false;
    this.clean();
    this.containerEl.empty();
    this.hide();
  }

  private clean(): void {
    for (const cleanUp of this.cleanUps) cleanUp();
    this.cleanUps = [];
    this.domState = [];
  }

  private draw(): void {
    this.clean();
    const top = this.containerEl.scrollTop;
    this.containerEl.empty();
    let items: SettingDefinitionItem[] = this.settingItems;
    let page: SettingDefinitionPage | null = null;
    for (const name of this.pagePath) {
      page = findPages(items).find((each) => each.name === name) ?? null;
      if (!page) {
        this.pagePath = [];
        items = this.settingItems;
        break;
      }
      items = page.items ?? [];
    }
    if (page) this.drawTitlebar(page.name);
    if (page?.page) {
      const drawn = page.page();
      this.containerEl.appendChild(drawn.rootEl);
      drawn.display();
      this.cleanUps.push(() => {
        drawn.hide();
      });
    } else this.drawItems(items);
    this.refreshDomState();
    this.containerEl.scrollTop = top;
  }

  private drawTitlebar(name: string): void {
    const bar = this.containerEl.createDiv({ cls: 'setting-page-titlebar' });
    const back = bar.createEl('button', { cls: 'clickable-icon setting-page-back', attr: { 'aria-label': 'Back', type: 'button' } });
    setIcon(back, 'chevron-left');
    back.addEventListener('click', () => {
      this.pagePath.pop();
      this.draw();
    });
    bar.createDiv({ cls: 'setting-page-title', text: name });
  }

  private drawItems(items: SettingDefinitionItem[]): void {
    let loose: SettingGroup | null = null;
    for (const item of items) {
      if ('type' in item && (item.type === 'group' || item.type === 'list')) {
        loose = null;
        this.drawGroup(item);
      } else {
        loose ??= new SettingGroup(this.containerEl);
        this.drawItem(item as SettingDefinition | SettingDefinitionPage, loose, 0, null);
      }
    }
  }

  private drawGroup(definition: SettingDefinitionGroup): void {
    const group = new SettingGroup(this.containerEl);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls !== undefined) group.addClass(definition.cls);
    for (const button of definition.extraButtons ?? []) group.addExtraButton(button as unknown as (component: unknown) => unknown);
    const items = definition.items ?? [];
    const list = definition.type === 'list' ? (definition as Extract<SettingDefinitionItem, { type: 'list' }>) : null;
    if (list) group.addClass('mod-list');
    items.forEach((item, index) => {
      this.drawItem(item, group, index, list);
    });
    if (list?.emptyState !== undefined && items.length === 0) group.listEl.createDiv({ cls: 'setting-list-empty', text: list.emptyState });
    const add = list?.addItem;
    if (add) {
      group.addSetting((setting) => {
        setting.settingEl.addClass('setting-list-add');
        setting.addButton((button) => button.setButtonText(add.name).onClick(() => {
          add.action(button.buttonEl);
        }));
      });
    }
    this.domState.push(() => {
      group.groupEl.toggle(truth(definition.visible, true));
    });
  }

  private drawItem(item: SettingDefinition | SettingDefinitionPage, group: SettingGroup, index: number, list: Extract<SettingDefinitionItem, { type: 'list' }> | null): void {
    group.addSetting((setting) => {
      setting.setName(item.name);
      if (item.desc !== undefined) setting.setDesc(typeof item.desc === 'string' ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
      this.domState.push(() => {
        setting.settingEl.toggle(truth(item.visible, true));
      });
      if ('type' in item) this.drawPageRow(item, setting);
      else if (item.control) this.drawControl(item.control, item.name, setting);
      else if (item.render) {
        const cleanUp = item.render(setting as never, group as never);
        if (typeof cleanUp === 'function') this.cleanUps.push(cleanUp);
      } else if (item.action) {
        const { action, disabled } = item;
        setting.settingEl.addClass('mod-clickable');
        setting.settingEl.setAttrs({ role: 'button', tabindex: '0' });
        const run = (): void => {
          if (!truth(disabled, false)) action(setting.settingEl, index);
        };
        setting.settingEl.addEventListener('click', run);
        setting.settingEl.addEventListener('keydown', (event) => {
          if (event.key === 'Enter' || event.key === ' ') run();
        });
        this.domState.push(() => {
          setting.setDisabled(truth(disabled, false));
        });
      }
      const remove = list?.onDelete;
      if (remove) {
        setting.addExtraButton((button) => button.setIcon('trash').setTooltip('Delete').onClick(() => {
          remove(index);
        }));
      }
      const reorder = list?.onReorder;
      if (reorder) {
        const count = list.items?.length ?? 0;
        if (index > 0) setting.addExtraButton((button) => button.setIcon('arrow-up').setTooltip('Move up').onClick(() => {
          reorder(index, index - 1);
        }));
        if (index < count - 1) setting.addExtraButton((button) => button.setIcon('arrow-down').setTooltip('Move down').onClick(() => {
          reorder(index, index + 1);
        }));
      }
    });
  }

  private drawPageRow(item: SettingDefinitionPage, setting: Setting): void {
    setting.settingEl.addClass('mod-clickable', 'setting-page-link');
    setting.settingEl.setAttrs({ role: 'button', tabindex: '0' });
    setting.addDisplayValue((component) => {
      this.domState.push(() => {
        component.setValue((typeof item.displayValue === 'function' ? item.displayValue() : item.displayValue) ?? null);
        component.setStatus((typeof item.status === 'function' ? item.status() : item.status) ?? null);
      });
    });
    setIcon(setting.controlEl.createDiv({ cls: 'setting-page-chevron' }), 'chevron-right');
    const open = (): void => {
      this.pagePath.push(item.name);
      this.draw();
    };
    // The buttons of a list's row are not the way to its page.
    const isOnButton = (event: Event): boolean => event.target instanceof Element && event.target.closest('.extra-setting-button') !== null;
    setting.settingEl.addEventListener('click', (event) => {
      if (!isOnButton(event)) open();
    });
    setting.settingEl.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !isOnButton(event)) open();
    });
  }

  private drawControl(control: SettingControl, name: string, setting: Setting): void {
    const value = this.getControlValue(control.key) ?? control.defaultValue;
    const save = async (next: unknown): Promise<void> => {
      const problem = await control.validate?.(next as never);
      setting.setErrorMessage(typeof problem === 'string' ? problem : null);
      if (typeof problem === 'string') return;
      await this.setControlValue(control.key, next);
      this.refreshDomState();
    };
    const change = (next: unknown): void => {
      save(next).catch(reportHandlerError);
    };
    let labelled: HTMLElement | null = null;
    switch (control.type) {
      case 'toggle':
        setting.addComponent((el) => {
          const toggle = new ToggleComponent(el).setValue(value === true).onChange(change);
          labelled = toggle.toggleEl.find('input');
          return toggle;
        });
        break;
      case 'dropdown':
        setting.addComponent((el) => {
          const dropdown = new DropdownComponent(el).addOptions(control.options).setValue(asString(value)).onChange(change);
          labelled = dropdown.selectEl;
          return dropdown;
        });
        break;
      case 'textarea':
        setting.addComponent((el) => {
          const area = new TextAreaComponent(el).setValue(asString(value)).setPlaceholder(control.placeholder ?? '').onChange(change);
          if (control.rows !== undefined) area.inputEl.rows = control.rows;
          labelled = area.inputEl;
          return area;
        });
        break;
      case 'slider':
        setting.addComponent((el) => {
          const slider = new SliderComponent(el).setLimits(control.min, control.max, control.step).setValue(Number(value ?? control.min)).onChange(change);
          if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
          labelled = slider.sliderEl;
          return slider;
        });
        break;
      case 'color':
        setting.addComponent((el) => {
          const color = new ColorComponent(el).setValue(asString(value)).onChange(change);
          labelled = color.colorPickerEl;
          return color;
        });
        break;
      case 'number':
        setting.addComponent((el) => {
          const text = new TextComponent(el).setValue(asString(value)).setPlaceholder(control.placeholder ?? '');
          text.inputEl.type = 'number';
          if (control.min !== undefined) text.inputEl.min = String(control.min);
          if (control.max !== undefined) text.inputEl.max = String(control.max);
          text.onChange((next) => {
            if (next.trim() !== '' && Number.isFinite(Number(next))) change(Number(next));
          });
          labelled = text.inputEl;
          return text;
        });
        break;
      case 'text':
      case 'file':
      case 'folder':
        setting.addComponent((el) => {
          const text = new TextComponent(el).setValue(asString(value)).setPlaceholder(('placeholder' in control ? control.placeholder : '') ?? '').onChange(change);
          if (control.type !== 'text') suggestPaths(this.app, text, control.type, change);
          labelled = text.inputEl;
          return text;
        });
        break;
      default:
        throw new Error(`The host knows no control of the type '${String((control as { type: unknown }).type)}'.`);
    }
    (labelled as HTMLElement | null)?.setAttribute('aria-label', name);
    // What is stored may be wrong already, and says so at once.
    const first: unknown = value === undefined || value === null ? null : control.validate?.(value as never);
    if (typeof first === 'string' && first !== '') setting.setErrorMessage(first);
    this.domState.push(() => {
      setting.setDisabled(truth(control.disabled, false));
    });
  }
}

function asString(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function findPages(items: SettingDefinitionItem[]): SettingDefinitionPage[] {
  return items.flatMap((item) => {
    if (!('type' in item)) return [];
    if (item.type === 'page') return [item];
    return (item.items ?? []).filter((inner): inner is SettingDefinitionPage => 'type' in inner);
  });
}

class PathSuggest extends AbstractInputSuggest<string> {
  constructor(app: HostApp, text: TextComponent, private readonly kind: 'file' | 'folder', private readonly changed: (path: string) => void) {
    super(app, text.inputEl);
  }

  protected getSuggestions(query: string): string[] {
    const { vault } = this.app;
    const paths = this.kind === 'folder' ? vault.getAllFolders().map((folder) => folder.path) : vault.getFiles().map((file) => file.path);
    return paths.filter((path) => path.toLowerCase().includes(query.toLowerCase()));
  }

  renderSuggestion(value: string, el: HTMLElement): void {
    el.setText(value);
  }

  override selectSuggestion(value: string): void {
    this.setValue(value);
    this.changed(value);
    this.close();
  }
}

function suggestPaths(app: HostApp, text: TextComponent, kind: 'file' | 'folder', changed: (path: string) => void): void {
  void new PathSuggest(app, text, kind, changed);
}

/** Keys bind to `plugin.settings` and are saved by themselves. */
export abstract class PluginSettingTab extends SettingTab {
  plugin: Plugin;

  constructor(app: HostApp, plugin: Plugin) {
    super(app);
    this.plugin = plugin;
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    const { settings } = this.plugin;
    return typeof settings === 'object' && settings !== null ? Reflect.get(settings, key) : undefined;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { plugin } = this;
    if (typeof plugin.settings !== 'object' || plugin.settings === null) plugin.settings = {};
    Reflect.set(plugin.settings as object, key, value);
    await plugin.saveData(plugin.settings);
  }
}
