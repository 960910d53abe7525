// A served brief: a "correct" beside everything that can be corrected, and word when somebody else changed the story.
import { open } from "./dialog.js";
import { choicesOf } from "./kinds.js";
import { ask, el } from "./talk.js";

const story = document.querySelector("meta[name=twosource-story]").content;
const path = "/stories/" + encodeURIComponent(story);
const root = document.querySelector("main");
let handles = null;
const paragraphs = new Map();

const correct = (label, anchor, kind, ...numbers) => {
  const small = "esp".includes(kind);
  const button = el("button", { type: "button", class: small ? "fix small" : "fix", "aria-haspopup": "dialog", title: "correct " + label },
    small ? el("span", { "aria-hidden": "true" }, "✎") : "correct", el("span", { class: "vh" }, (small ? "correct " : " ") + label));
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.disabled = true;
    try {
      handles ??= await loaded();
      const given = kind === "p" ? [numbers[0], await spanOf(...numbers)] : numbers;
      open(story, choicesOf(handles, kind, ...given), anchor);
    } catch (error) {
      button.after(el("span", { class: "bad", role: "alert" }, " " + error.message));
    }
    button.disabled = false;
  });
  return button;
};

const loaded = async () => {
  const [found, list] = await Promise.all([ask(path + "/handles.json"), ask("/stories.json")]);
  return { ...found, stories: list.stories.filter((other) => other.id !== found.story) };
};

const spanOf = async (report, n) => {
  if (!paragraphs.has(report)) paragraphs.set(report, await ask(path + "/reports/" + report + ".json"));
  const { paragraphs: spans, report: { text } } = paragraphs.get(report);
  const [start, end] = spans[n];
  const words = [...text].slice(start, end).join("").replace(/\s+/g, " ").trim();
  return [start, end, words.length > 200 ? words.slice(0, 199) + "…" : words];
};

const once = (place) => !place.dataset.fix && (place.dataset.fix = "1");
const numberOf = (id) => Number(/\d+/.exec(id)[0]);

const ofClaim = (claim) => {
  const n = numberOf(claim.id), inside = claim.querySelector(".open");
  if (!inside || !once(claim)) return;
  const line = el("p", { class: "fixline" }, correct("claim " + n, claim.id, "c", n));
  inside.prepend(line);
  for (const place of claim.querySelectorAll(".pas")) {
    const target = place.querySelector('a.w[href^="#e"]')?.getAttribute("href").slice(1);
    const [, c, m] = /^e(\d+)-(\d+)$/.exec(target || "") || [];
    if (m) (place.querySelector(".ch") || place).append(correct("this passage of claim " + c, target, "e", Number(c), Number(m)));
  }
};

const ofReport = (report) => {
  const n = numberOf(report.id);
  if (!once(report)) return;
  const name = report.querySelector("summary b")?.textContent || "report " + n;
  report.querySelector(".meta")?.append(correct("the report of " + name, report.id, "r", n));
  report.querySelectorAll(".text > p").forEach((p, i) => p.append(correct("paragraph " + (i + 1) + " of " + name, report.id, "p", n, i)));
};

const ofEdge = (edge) => { if (once(edge)) edge.append(correct("where this report had it from", edge.id, "l", numberOf(edge.id))); };
const ofPair = (pair) => {
  const kind = pair.id[0], n = numberOf(pair.id);
  if (once(pair)) (pair.querySelector(".half > .m") || pair).append(correct(kind === "k" ? "conflict " + n : "drift " + n, pair.id, kind, n));
};
const ofSource = (source) => {
  const name = source.querySelector("b")?.textContent || "source";
  if (once(source)) (source.querySelector(".m") || source).append(correct("the source " + name, source.id, "s", numberOf(source.id)));
};

// What is closed is dressed when it opens; what lies open, while nothing else happens.
const matches = [["details.claim[id^=c]", ofClaim], ["details.rep[id^=r]", ofReport], ["details.why[id^=l]", ofEdge]];
root.addEventListener("toggle", (event) => {
  for (const [selector, dress] of matches) if (event.target.open && event.target.matches(selector)) dress(event.target);
}, true);
for (const [selector, dress] of matches) for (const place of root.querySelectorAll(selector + "[open]")) dress(place);
const waiting = [...[...root.querySelectorAll(".op[id^=k], .op[id^=d]")].map((place) => [ofPair, place]), ...[...root.querySelectorAll(".src[id^=s]")].map((place) => [ofSource, place])];
const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 10 }), 30));
const some = (deadline) => {
  while (waiting.length && deadline.timeRemaining() > 3) { const [dress, place] = waiting.shift(); dress(place); }
  if (waiting.length) idle(some); else document.documentElement.dataset.ready = "1";
};
idle(some);

// Whether what stands here is still what the server would answer, asked while the page is looked at.
const live = document.getElementById("live");
let tag = null;
const look = async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(path, { method: "HEAD", headers: { accept: "text/html" }, cache: "no-store" });
    const now = answer.headers.get("etag");
    tag ??= now;
    if (now && now !== tag && !live.firstChild) live.append("This story has changed. ", el("button", { type: "button", onclick: () => location.reload() }, "Show it anew"));
  } catch { /* the server rests */ }
};
look();
setInterval(look, 15000);
document.addEventListener("visibilitychange", look);
