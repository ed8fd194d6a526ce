// The page in the frame of the Studio: it shows a page that its parent drew, and tells it which link was
// followed. It has an origin of its own and may load nothing.
addEventListener("message", ({ source, data }) => {
  if (source !== parent || typeof data?.html !== "string") return;
  // The policy allows no style in the page, so they come another way.
  const styles = [];
  const html = data.html.replace(/<style>([^]*?)<\/style>/g, (_, css) => {
    styles.push(css);
    return "";
  });
  const drawn = new DOMParser().parseFromString(html, "text/html");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.join(""));
  document.adoptedStyleSheets = [sheet];
  for (const { name, value } of drawn.documentElement.attributes) document.documentElement.setAttribute(name, value);
  for (const part of drawn.querySelectorAll("script, template, dialog, iframe")) part.remove();
  document.body.replaceChildren(...drawn.body.childNodes);
  document.title = drawn.title;
  if (data.moved) scrollTo(0, 0);
});
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  const href = link.getAttribute("href");
  const part = href.startsWith("#") && document.getElementById(decodeURIComponent(href.slice(1)));
  if (part) part.scrollIntoView();
  else parent.postMessage({ go: href }, "*");
});
parent.postMessage({ ready: true }, "*");
