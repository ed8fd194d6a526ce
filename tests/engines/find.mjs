// Prints where an engine is installed; fails if it is not: node find.mjs firefox
import { engines } from "./engines.mjs";

const { from } = engines[process.argv[2]];
if (from === null) process.exit(1);
console.log(from);
