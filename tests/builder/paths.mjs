// The project's folder, and the builder of the last build.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const builder = join(root, "target", "builder");
