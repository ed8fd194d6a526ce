// Every journey in chromium.
import { run } from "./run.mjs";

run("chromium");
