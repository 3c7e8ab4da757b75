/** Stands in for what draws the faulty line into js-yaml's own messages: the plugin's name the fault and its line. */
module.exports = () => '';
