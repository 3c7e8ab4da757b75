// This file imports nothing: of such a file alone esbuild puts the numbers where they are used, and these are asked for with every character.

/** Means something in Markdown, or is a quote or white space. */
export const SPECIAL = 0;
/** Means nothing, and is no part of a key. */
export const PLAIN_SIGN = 1;
export const BLANK = 2;
/** Plus and number sign: part of a key behind a letter. */
export const KEY_SIGN = 3;
export const LEAST_DIGIT = 48;
export const LEAST_LETTER = 97;
export const LAST_ASCII = 127;

/** By ASCII code what a character is to a title: a letter or digit, folded to its code in the key; or one of the kinds above. */
export const TITLE_CHARACTERS = new Uint8Array(128);
for (const sign of "!$%'(),-./:;?@^{|}") TITLE_CHARACTERS[sign.charCodeAt(0)] = PLAIN_SIGN;
for (const sign of '+#') TITLE_CHARACTERS[sign.charCodeAt(0)] = KEY_SIGN;
TITLE_CHARACTERS[32] = BLANK;
for (let code = 48; code <= 57; code++) TITLE_CHARACTERS[code] = code;
for (let code = 97; code <= 122; code++) TITLE_CHARACTERS[code] = TITLE_CHARACTERS[code - 32] = code;
