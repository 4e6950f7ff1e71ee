// Azurite, for as long as standard input is open: whoever started it may end in any way and leaves nothing running.

// Ctrl+C reaches every process of the terminal. Whoever started this one still has rows to write, and closes the input after that.
const once = process.once;
process.once = (event, listener) => (event === "SIGINT" ? process.on(event, () => {}) : once.call(process, event, listener));

// Each port that it has, a line on standard output, and nothing else there.
const { Server } = require("net");
const listen = Server.prototype.listen;
Server.prototype.listen = function (...where) {
  return listen.apply(this.once("listening", () => process.stdout.write(`${this.address().port}\n`)), where);
};
console.log = () => {};

process.stdin.resume().on("close", () => {
  process.emit("SIGTERM"); // saves what is in memory
  setTimeout(() => process.exit(0), 3000).unref();
});

// Azurite looks a row up by its partition key and goes through all that have it: in a view, every article of a day. The key that fewer rows have
// finds the same row.
const { Collection } = require("lokijs");
const findOne = Collection.prototype.findOne;
Collection.prototype.findOne = function (query) {
  const count = (key) => {
    const [first, last] = this.calculateRange("$eq", key, query[key]);
    return last - first;
  };
  const isRow = query && "PartitionKey" in query && "RowKey" in query;
  return findOne.call(this, isRow && count("RowKey") < count("PartitionKey") ? { RowKey: query.RowKey, PartitionKey: query.PartitionKey } : query);
};

require("azurite/dist/src/azurite.js");
