// How much main-thread time a click takes until its frame is handed over, read from the browser's
// own trace. Waiting for the next refresh of the screen is not work, so it does not count here.

const category = "devtools.timeline,disabled-by-default-devtools.timeline,blink.user_timing";
const pause = 200;

/** Makes `count` clicks, each on the element that `target(index)` returns, and returns the cost of each. */
export async function clicks(page, session, count, target) {
  await session.send("Tracing.start", { transferMode: "ReturnAsStream", traceConfig: { includedCategories: category.split(",") } });
  for (let at = 0; at < count; at += 1) {
    const there = target(at);
    await there.scrollIntoViewIfNeeded();
    const box = await there.boundingBox();
    // Moving the pointer is not part of the click.
    await page.mouse.move(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
    await page.waitForTimeout(pause);
    await page.evaluate(() => performance.mark("click-begins"));
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(pause);
    await page.evaluate(() => performance.mark("click-ends"));
  }
  return costs(await trace(session));
}

async function trace(session) {
  const complete = new Promise((done) => { session.once("Tracing.tracingComplete", done); });
  await session.send("Tracing.end");
  const { stream } = await complete;
  let text = "";
  for (let read = { eof: false }; !read.eof;) {
    read = await session.send("IO.read", { handle: stream });
    text += read.data;
  }
  return JSON.parse(text).traceEvents;
}

/** For each click: the time of its handlers, of everything up to the frame, and of the longest task, in ms. */
function costs(events) {
  const marks = (name) => events.filter((event) => event.name === name && event.cat.includes("user_timing")).sort((a, b) => a.ts - b.ts);
  const [begins, ends] = [marks("click-begins"), marks("click-ends")];
  const { pid, tid } = begins[0];
  const main = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
  return begins.map(({ ts }, at) => {
    const inside = main.filter((event) => event.ts >= ts && event.ts < ends[at].ts);
    const tasks = inside.filter(({ name }) => name === "RunTask");
    const click = inside.find(({ name, args }) => name === "EventDispatch" && args?.data?.type === "click");
    const frame = inside.find((event) => event.name === "Commit" && event.ts > click.ts);
    const end = frame ? frame.ts + frame.dur : click.ts + click.dur;
    const work = tasks.reduce((sum, task) => sum + Math.max(0, Math.min(task.ts + task.dur, end) - Math.max(task.ts, click.ts)), 0);
    return { handler: click.dur / 1000, frame: work / 1000, task: Math.max(...tasks.map(({ dur }) => dur)) / 1000 };
  });
}
