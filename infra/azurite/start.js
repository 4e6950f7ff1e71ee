// Azurite, for as long as standard input is open: whoever started it may end in any way and leaves nothing running.

// Ctrl+C reaches every process of the terminal. Whoever started this one still has rows to write, and closes the input after that.
const once = process.once;
process.once = (event, listener) => (event === "SIGINT" ? process.on(event, () => {}) : once.call(process, event, listener));

console.log = () => {};

process.stdin.resume().on("close", () => {
  process.emit("SIGTERM"); // saves what is in memory
  setTimeout(() => process.exit(0), 3000).unref();
});

require("azurite/dist/src/azurite.js");
