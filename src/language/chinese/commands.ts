/** Texts of commands, menus, the command line and links to the app, in Simplified Chinese by their English. */
export const COMMANDS_IN_CHINESE: Readonly<Record<string, string>> = {};
