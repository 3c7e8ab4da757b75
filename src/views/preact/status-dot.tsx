import type { StatusLook } from '../../core/dashboard/status-look';

/** The class names that give a status its colour; a status outside the vocabulary is drawn hollow. */
export function statusClass(look: StatusLook): string {
  const color = look.color === null ? '' : ` mod-${look.color}`;
  return look.kind === null ? 'mod-outside' : `mod-${look.kind}${color}`;
}

/** A status as a coloured dot. The name of the status always stands beside it, since colour alone says nothing to many. */
export function StatusDot({ look }: { readonly look: StatusLook }) {
  return <span class={`paperweave-dot ${statusClass(look)}`} aria-hidden="true" />;
}
