/** A CSS custom property of this plugin. */
export type PaperweaveProperty = `--paperweave-${string}`;

/**
 * The only way by which components hand a number to the style sheet: as custom properties, spread onto an element
 * (`<div {...cssProps({ '--paperweave-row-top': '40px' })} />`). Everything else about looks belongs into the style sheet.
 */
export function cssProps(properties: Readonly<Record<PaperweaveProperty, string>>): { style: Record<string, string> } {
  return { style: { ...properties } };
}

/** A length in pixels as CSS text. */
export function px(length: number): string {
  return `${String(length)}px`;
}
