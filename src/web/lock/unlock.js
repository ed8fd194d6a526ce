// Opens the locked journal, if there is one, before the program of a page starts: with the key that
// this tab still has, or with the form on pages with personal records.
import browserVault from "./browser.mjs";

const root = document.documentElement;
const form = document.getElementById("unlock");
const tell = (name, fields) => dispatchEvent(Object.assign(new Event(name), fields));

const vault = browserVault({
  site: root.dataset.site,
  onSaved: (key, error) => tell("kept-sealed", { key, code: error?.code ?? null }),
  onOutside: (key) => tell("kept-outside", { key }),
  // Open records must not stay visible on this page. One without the form shows few of them, and may have
  // something typed: there the programs look again, once the vault has closed.
  onState: (state) => {
    if (state !== "locked") return;
    if (form) location.reload();
    else queueMicrotask(() => tell("kept-outside", { key: null }));
  },
});
self.ladderVault = vault;

/** Shows the message for a code, or a general one if the code has none. */
function say(code) {
  const own = code && form.querySelector(`[data-code="${code}"]`) ? code : code && "other";
  for (const words of form.querySelectorAll("[data-code]")) words.hidden = words.dataset.code !== own;
}

/** Shows the passphrase form. Resolves when the journal is open, or when the locked records were
 * deleted. */
function askForPassphrase() {
  root.dataset.locked = "";
  root.removeAttribute("data-waiting");
  form.hidden = false;
  const field = form.querySelector("input");
  const [open, forget, undo, go] = ["open", "forget", "undo", "go"].map((name) => form.querySelector(`[data-do="${name}"]`));
  say(vault.state() === "damaged" ? vault.problem()?.code ?? "other" : vault.canLock ? null : "no-crypto");
  let gone = [];
  return new Promise((done) => {
    const end = () => {
      form.hidden = true;
      delete root.dataset.locked;
      field.value = "";
      const main = document.getElementById("main");
      main.tabIndex = -1;
      main.focus();
      done();
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say(null);
      open.disabled = true;
      try {
        await vault.unlock(field.value);
        end();
      } catch (error) {
        say(error.code ?? "other");
        field.select();
        field.focus();
      } finally {
        open.disabled = false;
      }
    });
    forget.addEventListener("click", () => {
      try {
        gone = vault.forget();
        say("gone");
        undo.focus();
      } catch (error) {
        say(error.code ?? "other");
      }
    });
    undo.addEventListener("click", () => {
      try {
        for (const [key, text] of gone) localStorage.setItem(key, text);
        location.reload();
      } catch {
        say("other");
      }
    });
    go.addEventListener("click", end);
    field.focus();
  });
}

export default async () => {
  await vault.resume().catch(() => {});
  if (form && ["locked", "damaged"].includes(vault.state())) await askForPassphrase();
};
