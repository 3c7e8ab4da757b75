import './language/choose-language';
import { lightFormat } from 'date-fns';
import type { Extension } from '@codemirror/state';
import { Keymap, Notice, Plugin } from 'obsidian';
import type { WorkspaceLeaf } from 'obsidian';
import { PaperweaveApi } from './api';
import { adoptHabitsOfVault } from './commands/adopt-habits-of-vault';
import { allCommands } from './commands/all-commands';
import { AppMenus } from './commands/app-menus';
import { ChangeRunner } from './commands/change-runner';
import { ALL_CLI_VERBS } from './commands/cli/all-cli-verbs';
import { answerCli } from './commands/cli/answer-cli';
import { HOVER_SOURCE, ObsidianPaperActions } from './commands/obsidian-paper-actions';
import { offerReadings } from './commands/offer-readings';
import { offerRecovery } from './commands/offer-recovery';
import { openPluginSettings } from './commands/open-plugin-settings';
import { UriHandler } from './commands/uri-handler';
import type { CitationLookup } from './core/library/cited-papers';
import { say } from './language/say';
import { changeSettings } from './settings/change-settings';
import { PaperweaveSettingsTab } from './settings/settings-tab';
import { readingSettings } from './settings/reading-settings';
import { renameInSettings } from './settings/rename-in-settings';
import type { Settings } from './settings/settings';
import { AutomaticLinking } from './vault/automatic-linking';
import { ChangeEngine } from './vault/change-engine';
import { ChangeRequests } from './vault/change-requests';
import { readDeviceId } from './vault/device-id';
import { IndexKeeper } from './vault/index-keeper';
import { Journal } from './vault/journal';
import { PaperStore } from './vault/paper-store';
import { planUndo } from './vault/plan-undo';
import { pluginFolder } from './vault/plugin-folder';
import { ReadingWatch } from './vault/reading-watch';
import { ReferenceStore } from './vault/reference-store';
import { SettingsStore } from './vault/settings-store';
import { slices } from './vault/slices';
import { baseBoardOptions } from './views/bases/base-board-options';
import { BASE_BOARD_VIEW, BaseBoardView } from './views/bases/base-board-view';
import { CITATIONS_VIEW, CitationsView } from './views/citations/citations-view';
import { DASHBOARD_VIEW, DashboardView } from './views/dashboard/dashboard-view';
import { HeaderStatus } from './views/header-status';
import { editorMarks } from './views/marks/editor-marks';
import type { MarkDeps } from './views/marks/mark-deps';
import { ReadingMarks } from './views/marks/reading-marks';
import { hideNotices } from './views/modals/lasting-notices';
import { StatusBar } from './views/status-bar';

/** Wiring only: builds the parts, hands each what it needs, and registers them with Obsidian. */
export default class PaperweavePlugin extends Plugin {
  /** For other plugins and scripts; see docs/api.md. */
  api!: PaperweaveApi;

  override async onload(): Promise<void> {
    const { app } = this;
    const store = new SettingsStore(this);
    const hasSettings = await store.load();
    const settings = (): Settings => store.get();
    const today = (): string => lightFormat(new Date(), 'yyyy-MM-dd');
    const device = readDeviceId(app);
    const keeper = this.addChild(new IndexKeeper(app, settings, new ReferenceStore(`paperweave-${device}`)));
    const files = new PaperStore(app);
    const journal = new Journal(app.vault.adapter, `${pluginFolder(this)}/changes`);
    const engine = new ChangeEngine({
      store: files,
      journal,
      device,
      now: () => new Date(),
      keptMegabytes: () => settings().keptChangesMb,
      onWritten: (path, text, properties) => {
        keeper.takeWritten(path, text, properties);
        watch.expect(path);
        linking.expect(path, text);
      },
      onRemoved: (path) => keeper.drop(path),
      onTakenBack: (paths) => {
        linking.leave(paths);
      },
      pause: slices(),
    });
    this.register(() => {
      engine.stop();
      hideNotices();
    });
    const requests = new ChangeRequests({
      index: () => keeper.libraryIndex,
      settings,
      today,
      appTarget: (linkpath, source) => app.metadataCache.getFirstLinkpathDest(linkpath, source)?.path ?? null,
      template: () => this.readTemplate(settings().newNoteTemplate),
      excludes: (path) => keeper.excludes(path),
    });
    const runner = new ChangeRunner(app, engine);
    const watch: ReadingWatch = this.addChild(
      new ReadingWatch({ app, keeper, offer: offerReadings((readings) => runner.run(requests.restoreReadings(readings), { preview: true })) }),
    );
    const change = (patch: Partial<Settings>): Promise<void> => changeSettings(store, patch);
    const actions = new ObsidianPaperActions({ app, keeper, requests, runner, files, today, settings, changeSettings: change });
    const adopt = (isFirst: boolean): Promise<void> => adoptHabitsOfVault({ app, settings, change, today }, isFirst);

    const planUndoNow = (id?: string): ReturnType<typeof planUndo> => planUndo({ engine, journal, store: files }, id);
    this.api = this.addChild(new PaperweaveApi({ version: this.manifest.version, keeper, requests, engine, planUndo: planUndoNow, settings }));
    for (const verb of ALL_CLI_VERBS) {
      this.registerCliHandler(verb.id, verb.description, verb.flags, (given) => answerCli(verb, given, { api: this.api, keeper, settings }));
    }
    const viewDeps = { source: keeper, actions, settings, onSettings: (callback: () => void) => store.onChange(callback) };
    const openSettings = (): void => {
      openPluginSettings(app, this.manifest.id);
    };
    const createdAt = (path: string): number | null => app.vault.getFileByPath(path)?.stat.ctime ?? null;
    const linktext = (path: string): string => keeper.libraryIndex.identities.linktext(path);
    const showChanges = (): void => {
      runner.showKept();
    };
    this.registerView(DASHBOARD_VIEW, (leaf) => new DashboardView(leaf, { ...viewDeps, today, changeSettings: (patch) => void change(patch), createdAt, linktext, openSettings, showChanges }));
    this.registerView(CITATIONS_VIEW, (leaf) => new CitationsView(leaf, viewDeps));
    // Answers false where Bases is turned off: there is then no place for the view, and nothing to say.
    this.registerBasesView(BASE_BOARD_VIEW, {
      name: say('Status board'),
      icon: 'square-kanban',
      factory: (controller, containerEl) => new BaseBoardView(controller, containerEl, viewDeps),
      options: () => baseBoardOptions(settings().statusProperty),
    });
    const openView = (type: string): Promise<void> => this.openView(type);
    const commandDeps = { app, keeper, requests, runner, actions, files, settings, openView, adopt: () => adopt(false) };
    for (const command of allCommands(commandDeps)) this.addCommand(command);
    const uris = new UriHandler({ ...commandDeps, api: this.api });
    this.registerObsidianProtocolHandler(this.manifest.id, (params) => uris.handle(params));
    this.addRibbonIcon('library', say('Open dashboard'), () => void this.openView(DASHBOARD_VIEW));
    this.registerHoverLinkSource(HOVER_SOURCE, { display: 'Paperweave', defaultMod: true });
    this.addChild(new StatusBar({ app, element: this.addStatusBarItem(), source: keeper, actions, settings }));
    this.addChild(new HeaderStatus({ workspace: app.workspace, source: keeper, actions, settings }));
    const linking: AutomaticLinking = this.addChild(
      new AutomaticLinking({
        app,
        keeper,
        isOn: () => settings().linkAutomatically,
        link: (paths, preview) => runner.run(requests.linkReferences(paths), { preview, isAutomatic: true }),
      }),
    );
    this.registerEvent(app.vault.on('rename', ({ path }, oldPath) => {
      const patch = renameInSettings(settings(), oldPath, path);
      if (patch) void change(patch);
    }));
    this.addSettingTab(
      new PaperweaveSettingsTab(app, this, {
        settings,
        change: (patch) => store.change(patch),
        onSettings: (callback) => store.onChange(callback),
        source: keeper,
        previewNewNote: () => requests.previewNewNote(),
        adoptAgain: () => adopt(false),
        showChanges,
      }),
    );
    const lookup: CitationLookup = {
      paper: (path) => keeper.library.paper(path),
      references: (path) => keeper.library.references(path),
      resolve: (source, reference) => keeper.libraryIndex.identities.resolve(source, reference),
    };
    const showCitations = (path: string, event: MouseEvent | KeyboardEvent): void => void this.showCitations(path, event);
    this.addChild(new AppMenus(app.workspace, () => ({ actions, library: keeper.library, settings, lookup, showCitations })));
    this.addMarks({
      lookup,
      settings,
      onChange: (callback) => {
        const offs = [keeper.onChange(callback), store.onChange(callback)];
        return () => {
          for (const off of offs) off();
        };
      },
    });
    this.register(store.onChange((now, before) => {
      if (keeper.state.phase === 'waiting') return;
      if (readingSettings(now) !== readingSettings(before)) keeper.rebuild();
      else if (now.hiddenWorks !== before.hiddenWorks || now.shownWorks !== before.shownWorks) keeper.refreshHiddenWorks();
    }));
    this.reloadSettings = () => store.reload();

    app.workspace.onLayoutReady(() => {
      void this.start(hasSettings, keeper, engine, adopt);
    });
  }

  /** `data.json` came by Sync: what it says counts from now on. */
  override onExternalSettingsChange(): void {
    void this.reloadSettings();
  }

  private reloadSettings: () => Promise<void> = () => Promise.resolve();

  /** Adopts first, on a first run, since it decides what is a paper; then builds the index. */
  private async start(hasSettings: boolean, keeper: IndexKeeper, engine: ChangeEngine, adopt: (isFirst: boolean) => Promise<void>): Promise<void> {
    try {
      if (!hasSettings) await adopt(true);
    } catch (error) {
      console.error('Paperweave could not read the habits of this vault.', error);
      new Notice(say('The habits of this vault could not be read, so the usual ones are taken. Adopt them again from the settings.'));
    }
    keeper.start();
    await offerRecovery(engine);
  }

  private async openView(type: string): Promise<void> {
    const { workspace } = this.app;
    const [open] = workspace.getLeavesOfType(type);
    const leaf: WorkspaceLeaf = open ?? (type === CITATIONS_VIEW ? (workspace.getRightLeaf(false) ?? workspace.getLeaf('tab')) : workspace.getLeaf('tab'));
    if (!open) await leaf.setViewState({ type, active: true });
    await workspace.revealLeaf(leaf);
  }

  /** Opens the note first: the citations view keeps its paper while it is the active one itself. */
  private async showCitations(path: string, event: MouseEvent | KeyboardEvent): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return;
    await this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    await this.openView(CITATIONS_VIEW);
  }

  /** Marks beside references: in reading view by a post-processor, in live preview by an extension that is there while its setting is on. */
  private addMarks(deps: MarkDeps): void {
    const reading = new ReadingMarks(this.app.workspace, deps);
    this.registerMarkdownPostProcessor(reading.process);
    this.addChild(reading);
    const extensions: Extension[] = [];
    this.registerEditorExtension(extensions);
    const follow = (): void => {
      const isOn = deps.settings().markReferencesInEditor;
      if (isOn === extensions.length > 0) return;
      extensions.splice(0, extensions.length, ...(isOn ? [editorMarks(deps)] : []));
      this.app.workspace.updateOptions();
    };
    follow();
    this.register(deps.onChange(follow));
  }

  private async readTemplate(path: string): Promise<string | null> {
    const file = path === '' ? null : this.app.vault.getFileByPath(path);
    return file ? this.app.vault.cachedRead(file) : null;
  }
}
