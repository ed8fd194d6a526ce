// Every journey, in the order in which they run.
import { backup } from "./backup.mjs";
import { deleting } from "./deleting.mjs";
import { exploring } from "./exploring.mjs";
import { growing } from "./growing.mjs";
import { locking } from "./locking.mjs";
import { quiz } from "./quiz.mjs";
import { studio } from "./studio.mjs";
import { around } from "./around.mjs";
import { translating } from "./translating.mjs";

export const journeys = [...exploring, ...quiz, ...growing, ...studio, ...locking, ...deleting, ...backup, ...around, ...translating];
