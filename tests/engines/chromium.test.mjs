// Every journey in Chromium.
import { run } from "./run.mjs";

run("chromium");
