// Every journey in WebKit, and a language that is not valid.
import { run } from "./run.mjs";
import { languageJourneys } from "./journeys/language.mjs";

run("webkit", languageJourneys);
