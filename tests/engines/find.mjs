// Says where an engine is found; fails where it is not: node find.mjs firefox
import { engines } from "./engines.mjs";

const { from } = engines[process.argv[2]];
if (from === null) process.exit(1);
console.log(from);
