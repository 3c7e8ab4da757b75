/** Stands in for gray-matter's `kind-of`: a text and `undefined` are all that is ever asked about. */
module.exports = (value) => typeof value;
