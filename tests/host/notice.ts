/** What the host collects of each notice; `el` is the element on screen (detached after it is hidden). */
export interface ShownNotice {
  readonly message: string;
  readonly el: HTMLElement;
  readonly hidden: boolean;
  readonly duration?: number | undefined;
}

/** The `Notice` class for one app: collects, shows, hides after its time (5 s by default, 0 stays) or when clicked. */
export function createNoticeClass(doc: Document, shown: ShownNotice[]) {
  return class Notice implements ShownNotice {
    noticeEl: HTMLElement;
    containerEl: HTMLElement;
    messageEl: HTMLElement;
    hidden = false;

    constructor(message: string | DocumentFragment, readonly duration?: number) {
      const box = doc.querySelector<HTMLElement>('.notice-container') ?? doc.body.createDiv({ cls: 'notice-container', attr: { role: 'status' } });
      this.containerEl = box.createDiv({ cls: 'notice' });
      this.noticeEl = this.containerEl;
      this.messageEl = this.containerEl.createDiv({ cls: 'notice-message' });
      this.setMessage(message);
      this.containerEl.addEventListener('click', () => {
        this.hide();
      });
      shown.push(this);
      if (duration !== 0) window.setTimeout(() => this.hide(), duration ?? 5000);
    }

    get message(): string {
      return this.messageEl.textContent ?? '';
    }

    get el(): HTMLElement {
      return this.containerEl;
    }

    setMessage(message: string | DocumentFragment): this {
      this.messageEl.setText(message);
      return this;
    }

    hide(): void {
      this.hidden = true;
      this.containerEl.remove();
    }
  };
}
