// Every journey in firefox.
import { run } from "./run.mjs";

run("firefox");
