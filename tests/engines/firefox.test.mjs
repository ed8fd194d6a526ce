// Every journey in Firefox, and the file in which Firefox saves its open tabs.
import { run } from "./run.mjs";
import { sessionFileJourneys } from "./journeys/session-file.mjs";

run("firefox", sessionFileJourneys);
