#!/usr/bin/env node
// Starts Debian's Firefox for Playwright. That Firefox lacks one command of WebDriver BiDi, the one for
// colours and motion; this program sits between the two, answers that command itself and forwards the rest.
import { spawn } from "node:child_process";
import { WebSocket, WebSocketServer } from "ws";

const LACKING = "emulation.setMediaFeaturesOverride";
const listening = /WebDriver BiDi listening on (ws:\/\/\S+)/;

const firefox = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", process.argv.slice(2), { stdio: ["ignore", "inherit", "pipe"] });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => firefox.kill(signal));
firefox.on("exit", (code) => process.exit(code ?? 1));

let said = "";
firefox.stderr.on("data", (data) => {
  if (said === null) return;
  said += data;
  const [, address] = listening.exec(said) ?? [];
  if (!address) return;
  said = null;
  relay(address);
});

function relay(address) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 }, () => {
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`);
  });
  server.on("connection", (client, { url }) => {
    const browser = new WebSocket(address + url, { perMessageDeflate: false });
    const opened = new Promise((done) => { browser.on("open", done); });
    client.on("message", async (data) => {
      const { id, method } = JSON.parse(data);
      if (method === LACKING) {
        client.send(JSON.stringify({ id, type: "success", result: {} }));
        return;
      }
      await opened;
      browser.send(String(data));
    });
    browser.on("message", (data) => client.send(String(data)));
    browser.on("close", () => client.close());
    client.on("close", () => browser.close());
  });
}
