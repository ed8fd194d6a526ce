// Every journey in WebKit, and a language that is no language.
import { run } from "./run.mjs";
import { languageJourneys } from "./journeys/language.mjs";

run("webkit", languageJourneys);
