// Text that would run if it were parsed as markup, and a watch that detects whether any of it ran.

/** Each fits into a name of 80 characters, and calls `xss` if it runs. */
export const corpus = [
  "<script>xss()</script>",
  "<img src=x onerror=xss()>",
  "<svg onload=xss()>",
  `"><svg/onload=xss()>`,
  `' onfocus=xss() autofocus x='`,
  "javascript:xss()",
  "</script><script>xss()</script>",
  "</textarea></title><img src=x onerror=xss()>",
  `<iframe srcdoc="<script>parent.xss()</script>">`,
  `<a href="javascript:xss()">open</a>`,
  "<!--><img src=x onerror=xss()>",
  "&lt;img src=x onerror=xss()&gt;",
  "{{constructor.constructor('xss()')()}}",
  "<math><mi//xlink:href='data:x,<script>xss()</script>'>",
  "<style>*{background:url(//elsewhere.example/x)}</style>",
  "\u202e<img src=x onerror=xss()>",
  "]]><script>xss()</script>",
  "${xss()}`+xss()+`",
];

/** Every element that a text of the corpus could create. */
const made = "img, iframe, object, embed, math, [onerror], [onload], [onfocus], [srcdoc], [href^='javascript:' i]";

/** Watches every page of a context: `ran` lists what was executed, `blocked` what the policy stopped. */
export async function tripwire(context) {
  const seen = { ran: [], blocked: [] };
  await context.exposeFunction("xss", (...words) => void seen.ran.push(words.join(" ") || "xss()"));
  await context.exposeFunction("sawViolation", (words) => void seen.blocked.push(words));
  context.on("dialog", async (dialog) => {
    seen.ran.push(dialog.message());
    await dialog.dismiss();
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      self.sawViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return seen;
}

/** Removes the requests that the policy stopped from a watch: the test tool reports them, but they never reach the network. */
export function leaveOutStopped(context, watch) {
  context.on("requestfailed", (request) => {
    const at = watch.requests.indexOf(request.url());
    if (at >= 0 && request.failure()?.errorText === "csp") watch.requests.splice(at, 1);
  });
}

/** The elements on the page that only hostile text could have created. */
export const intruders = (page) => page.locator(made).evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)));

/** A value with one of its texts replaced, for each of its texts: both field names and values. */
export function* replaced(value, by) {
  if (typeof value === "string") yield by;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) for (const other of replaced(one, by)) yield value.with(at, other);
  } else if (value && typeof value === "object") {
    for (const [name, one] of Object.entries(value)) {
      const rest = Object.entries(value).filter(([other]) => other !== name);
      yield Object.fromEntries([...rest, [by, one]]);
      for (const other of replaced(one, by)) yield { ...value, [name]: other };
    }
  }
}
