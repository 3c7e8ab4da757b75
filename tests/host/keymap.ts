export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';

interface ScopeHandler {
  readonly scope: Scope;
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly func: (event: KeyboardEvent, context: { modifiers: string | null; key: string | null; vkey: string }) => unknown;
}

/** The host plays Linux and Windows by default: `Mod` is Ctrl; `Platform.isMacOS` makes it Meta. */
export const keyboard = { isMacOS: false };

function modifiersOf(event: KeyboardEvent | MouseEvent): string {
  const held: string[] = [];
  if (event.ctrlKey) held.push('Ctrl');
  if (event.metaKey) held.push('Meta');
  if (event.altKey) held.push('Alt');
  if (event.shiftKey) held.push('Shift');
  return held.sort().join(',');
}

function compile(modifiers: Modifier[] | null): string | null {
  return modifiers === null ? null : modifiers.map((each) => (each === 'Mod' ? (keyboard.isMacOS ? 'Meta' : 'Ctrl') : each)).sort().join(',');
}

export class Scope {
  readonly handlers: ScopeHandler[] = [];

  constructor(readonly parent?: Scope) {}

  register(modifiers: Modifier[] | null, key: string | null, func: ScopeHandler['func']): ScopeHandler {
    const handler: ScopeHandler = { scope: this, modifiers: compile(modifiers), key: key?.toLowerCase() ?? null, func };
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: ScopeHandler): void {
    const at = this.handlers.indexOf(handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  /** Internal: true when a handler took the event (`false` returned by it also prevents the default). */
  handleKey(event: KeyboardEvent): boolean {
    const modifiers = modifiersOf(event);
    for (const handler of [...this.handlers]) {
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      if (handler.key !== null && handler.key !== event.key.toLowerCase()) continue;
      const result = handler.func(event, { modifiers, key: event.key, vkey: event.key });
      if (result === false) event.preventDefault();
      if (result !== undefined) return true;
    }
    return this.parent?.handleKey(event) ?? false;
  }
}

export class Keymap {
  private readonly scopes: Scope[] = [];

  constructor(private readonly root: Scope) {}

  static isModifier(event: KeyboardEvent | MouseEvent, modifier: Modifier): boolean {
    if (modifier === 'Mod') return keyboard.isMacOS ? event.metaKey : event.ctrlKey;
    return { Ctrl: event.ctrlKey, Meta: event.metaKey, Alt: event.altKey, Shift: event.shiftKey }[modifier];
  }

  /** Mod+Alt+Shift: window; Mod+Alt: split; Mod or the middle button: tab; otherwise false. */
  static isModEvent(event?: KeyboardEvent | MouseEvent | null): 'tab' | 'split' | 'window' | false {
    if (!event) return false;
    const mod = Keymap.isModifier(event, 'Mod');
    if (!mod) return 'button' in event && event.button === 1 ? 'tab' : false;
    if (event.altKey) return event.shiftKey ? 'window' : 'split';
    return 'tab';
  }

  pushScope(scope: Scope): void {
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.scopes.lastIndexOf(scope);
    if (at >= 0) this.scopes.splice(at, 1);
  }

  /** Internal: an open modal's or menu's scope keeps keys from what lies below. */
  handle(event: KeyboardEvent, viewScope: Scope | null): void {
    const top = this.scopes[this.scopes.length - 1] ?? viewScope ?? this.root;
    if (top.handleKey(event)) event.stopPropagation();
  }
}
