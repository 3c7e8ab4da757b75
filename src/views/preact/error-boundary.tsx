import { Component, type ComponentChildren } from 'preact';
import { say } from '../../language/say';
import { StateMessage } from './state-message';

const TEXT = {
  retry: say('Retry'),
};

interface ErrorBoundaryProps {
  /** What failed, as a sentence: `The table could not be shown.` */
  readonly message: string;
  readonly children: ComponentChildren;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Keeps an error in one part from blanking the rest: shows what failed, why, and a button that tries again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static override getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override state: ErrorBoundaryState = { error: null };
  private reported = false;

  override componentDidCatch(thrown: unknown): void {
    // Every row of a list may throw in the same drawing; once says it all.
    if (this.reported) return;
    this.reported = true;
    console.error('Paperweave: a part of a view failed', thrown);
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <StateMessage title={this.props.message} texts={[error.message]} role="alert">
        <button
          onClick={() => {
            this.reported = false;
            this.setState({ error: null });
          }}
        >
          {TEXT.retry}
        </button>
      </StateMessage>
    );
  }
}
