import type { HostApp } from './app';
import { reportHandlerError } from './events';
import type { Editor } from './editor';
import { FuzzySuggestModal } from './modals';
import { MarkdownView } from './workspace';

export interface Command {
  id: string;
  name: string;
  icon?: string;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: (editor: Editor, context: MarkdownView) => unknown;
  editorCheckCallback?: (checking: boolean, editor: Editor, context: MarkdownView) => boolean | void;
  hotkeys?: unknown[];
  mobileOnly?: boolean;
}

/** `app.commands`: internal in the app, but what every script and test uses. */
export class Commands {
  readonly commands: Record<string, Command> = {};
  readonly editorCommands: Record<string, Command> = {};
  /** Ids that were executed, in order, also those of the core stubs. */
  readonly executed: string[] = [];
  /** What the last executed command gave back (a promise, mostly). */
  lastResult: unknown = undefined;

  constructor(private readonly app: HostApp) {}

  addCommand(command: Command): void {
    this.commands[command.id] = command;
    if (command.editorCallback || command.editorCheckCallback) this.editorCommands[command.id] = command;
  }

  removeCommand(id: string): void {
    Reflect.deleteProperty(this.commands, id);
    Reflect.deleteProperty(this.editorCommands, id);
  }

  findCommand(id: string): Command | undefined {
    return this.commands[id];
  }

  /** What the palette shows: commands whose check says yes now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter((command) => this.isOffered(command));
  }

  isOffered(command: Command): boolean {
    try {
      return this.run(command, true);
    } catch (error) {
      reportHandlerError(error);
      return false;
    }
  }

  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command ? this.executeCommand(command) : false;
  }

  executeCommand(command: Command): boolean {
    try {
      if (!this.run(command, true)) return false;
      this.executed.push(command.id);
      return this.run(command, false);
    } catch (error) {
      reportHandlerError(error);
      return false;
    }
  }

  private run(command: Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !this.app.platform.isMobile) return false;
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    if (command.editorCheckCallback) return view !== null && this.kept(command.editorCheckCallback(checking, view.editor, view), checking) !== false;
    if (command.editorCallback) {
      if (!view) return false;
      if (!checking) this.kept(command.editorCallback(view.editor, view), false);
      return true;
    }
    if (command.checkCallback) return Boolean(this.kept(command.checkCallback(checking), checking)) || !checking;
    if (!checking) this.kept(command.callback?.(), false);
    return true;
  }

  private kept<T>(result: T, checking: boolean): T {
    if (checking) return result;
    this.lastResult = result;
    if (result instanceof Promise) result.catch(reportHandlerError);
    return result;
  }
}

/** The command palette. */
export class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(app: HostApp) {
    super(app);
    this.setPlaceholder('Select a command...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): Command[] {
    return this.app.commands.listCommands().sort((a, b) => a.name.localeCompare(b.name));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  onChooseItem(command: Command): void {
    this.app.commands.executeCommand(command);
  }
}
