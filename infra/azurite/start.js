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

// A save that fails is told, a line on standard error, and tried again; so is that all is saved again. By itself loki says nothing, and
// takes what it could not save for saved.
const Loki = require("lokijs");
const { writeSync } = require("fs");
const tell = (line) => {
  try {
    writeSync(2, `${line}\n`);
  } catch {} // nobody is left to hear it
};
const unsaved = new Set();
let saving = 0;
const save = Loki.prototype.saveDatabaseInternal;
Loki.prototype.saveDatabaseInternal = function (callback) {
  saving++;
  save.call(this, (error) => {
    if (error) {
      this.collections.forEach((collection) => (collection.dirty = true));
      if (unsaved.size === 0) tell(`unsaved: ${error.message.replace(/^Error: /, "")}`);
      unsaved.add(this.filename);
    } else if (unsaved.delete(this.filename) && unsaved.size === 0) {
      tell("saved");
    }
    callback(error);
    saving--;
  });
};

// One that can't be saved keeps none of the others from it.
const closeDatabase = Loki.prototype.close;
Loki.prototype.close = function (callback) {
  return closeDatabase.call(this, () => callback());
};

const Service = require("azurite/dist/src/common/ServerBase").default;
const closings = [];
const closeService = Service.prototype.close;
Service.prototype.close = function () {
  closings.push(closeService.call(this));
  return closings.at(-1);
};

process.stdin.resume().on("close", async () => {
  process.emit("SIGTERM"); // saves what is in memory
  await Promise.all(closings);
  while (saving > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  process.exit(unsaved.size > 0 ? 1 : 0);
});

// Azurite looks a row up by its partition key and goes through all that have it: in a view, every article of a day. The key that fewer rows have
// finds the same row.
const findOne = Loki.Collection.prototype.findOne;
Loki.Collection.prototype.findOne = function (query) {
  const count = (key) => {
    const [first, last] = this.calculateRange("$eq", key, query[key]);
    return last - first;
  };
  const isRow = query && "PartitionKey" in query && "RowKey" in query;
  return findOne.call(this, isRow && count("RowKey") < count("PartitionKey") ? { RowKey: query.RowKey, PartitionKey: query.PartitionKey } : query);
};

require("azurite/dist/src/azurite.js");
