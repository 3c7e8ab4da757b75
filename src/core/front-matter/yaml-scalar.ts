/** How a text stands in YAML: bare, in single or in double quotes. */
export type QuoteStyle = 'plain' | 'single' | 'double';

/** Where a scalar stands: on a line of its own property or item, or between the brackets of a flow list or map. */
export type YamlPlace = 'block' | 'flow';

/**
 * A scalar on one line, which reads back as the same value. Null is the word `null`: where an empty value will do, the
 * caller writes nothing instead. A text keeps the preferred quotes where they can hold it.
 */
export function writeYamlScalar(value: string | number | boolean | null, place: YamlPlace, preferred: QuoteStyle): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return String(value);
  return writeYamlText(value, place, preferred);
}

/**
 * A text as a YAML scalar on one line. It reads back as the same text by YAML 1.2, and no reader of YAML 1.1 takes it for
 * a number, a truth value or a null. Bare where that is safe and wanted, else in the wanted quotes, else in double ones.
 * A day such as `2021-05-06` stays bare, as the app writes it. Control characters, lone surrogates and marks that turn the
 * direction of the text around are written as escapes.
 */
export function writeYamlText(text: string, place: YamlPlace, preferred: QuoteStyle): string {
  if (preferred === 'plain' && isPlainSafe(text, place)) return text;
  if (preferred === 'single' && !hasCharacterToEscape(text)) return `'${text.replace(/'/g, "''")}'`;
  return inDoubleQuotes(text);
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (value === Infinity) return '.inf';
  if (value === -Infinity) return '-.inf';
  if (Object.is(value, -0)) return '-0';
  // YAML 1.1 takes a number with an exponent for a text unless it has a point.
  return String(value).replace(/^(-?\d)e/, '$1.0e');
}

function isPlainSafe(text: string, place: YamlPlace): boolean {
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return true;
  if (text === '' || /^\s|\s$/.test(text) || hasCharacterToEscape(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\./.test(text)) return false;
  if (/:\s|\s#|:$/.test(text)) return false;
  if (place === 'flow' && /[,[\]{}:?]/.test(text)) return false;
  return !RETYPED.some((pattern) => pattern.test(text));
}

/** Bare texts that some reader takes for something else than a text: the core schema of YAML 1.2, and the types of YAML 1.1. */
const RETYPED: readonly RegExp[] = [
  /^(~|null|true|false|yes|no|on|off|y|n|=|<<)$/i,
  /^[-+]?(0b[01_]+|0o[0-7]+|0x[\da-f_]+)$/i,
  /^[-+]?[.\d][\d_,:.]*(e[-+]?\d+)?$/i,
  /^[-+]?\.(inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?([t\s].*)?$/i,
];

function inDoubleQuotes(text: string): string {
  let quoted = '"';
  for (const character of text) quoted += escaped(character);
  return `${quoted}"`;
}

function escaped(character: string): string {
  if (character === '"') return '\\"';
  if (character === '\\') return '\\\\';
  const code = character.codePointAt(0) ?? 0;
  if (!mustBeEscaped(code)) return character;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return code < 0x100 ? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}` : `\\u${code.toString(16).toUpperCase()}`;
}

function hasCharacterToEscape(text: string): boolean {
  for (const character of text) if (mustBeEscaped(character.codePointAt(0) ?? 0)) return true;
  return false;
}

/** Characters that YAML forbids, that some readers take for line breaks, or that make a line look other than it is. */
function mustBeEscaped(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    code === 0xfffe ||
    code === 0xffff
  );
}
