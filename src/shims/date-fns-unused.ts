/** What the locales of date-fns have for distances, for days from now and for reading dates: only whole days are written here, and none is read. */
export const formatDistance = undefined;
export const formatRelative = undefined;
export const match = undefined;
