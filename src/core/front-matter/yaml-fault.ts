import { say } from '../../language/say';

/** What js-yaml finds wrong with blocks of properties, in its words; what no block is likely to hold (directives, anchors, merging) is left out. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ['a line break is expected', say('a line break is expected')],
  ['a whitespace character is expected after the key-value separator within a block mapping', say('a whitespace character is expected after the key-value separator within a block mapping')],
  ['bad indentation of a mapping entry', say('bad indentation of a mapping entry')],
  ['bad indentation of a sequence entry', say('bad indentation of a sequence entry')],
  ['can not read a block mapping entry; a multiline key may not be an implicit key', say('can not read a block mapping entry; a multiline key may not be an implicit key')],
  ['can not read an implicit mapping pair; a colon is missed', say('can not read an implicit mapping pair; a colon is missed')],
  ['directives end mark is expected', say('directives end mark is expected')],
  ['end of the stream or a document separator is expected', say('end of the stream or a document separator is expected')],
  ['expected hexadecimal character', say('expected hexadecimal character')],
  ['incomplete explicit mapping pair; a key node is missed; or followed by a non-tabulated empty line', say('incomplete explicit mapping pair; a key node is missed; or followed by a non-tabulated empty line')],
  ['missed comma between flow collection entries', say('missed comma between flow collection entries')],
  ['missing indentation for block scalar', say('missing indentation for block scalar')],
  ['name of an alias node must contain at least one character', say('name of an alias node must contain at least one character')],
  ['name of an anchor node must contain at least one character', say('name of an anchor node must contain at least one character')],
  ['nested arrays are not supported inside keys', say('nested arrays are not supported inside keys')],
  ['tab characters must not be used in indentation', say('tab characters must not be used in indentation')],
  ['the stream contains non-printable characters', say('the stream contains non-printable characters')],
  ['unexpected end of the stream within a double quoted scalar', say('unexpected end of the stream within a double quoted scalar')],
  ['unexpected end of the stream within a flow collection', say('unexpected end of the stream within a flow collection')],
  ['unexpected end of the stream within a single quoted scalar', say('unexpected end of the stream within a single quoted scalar')],
  ['unknown escape sequence', say('unknown escape sequence')],
]);

/** A fault that js-yaml names, in the language of the app where it is one of the common ones, else as js-yaml says it. */
export const yamlFault = (reason: string): string => FAULTS.get(reason) ?? reason;
