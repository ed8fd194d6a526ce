// Every journey in webkit.
import { run } from "./run.mjs";

run("webkit");
