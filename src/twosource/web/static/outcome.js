// What a decision changed: figures before and after, claims one by one.
import { el, number } from "./talk.js";

const figures = (story) => el("table", { class: "change" },
  el("thead", {}, el("tr", {}, ...["Figure", "before", "after"].map((name) => el("th", { scope: "col" }, name)))),
  el("tbody", {}, ...story.figures.map((f) => el("tr", {}, el("th", { scope: "row" }, f.name), el("td", {}, number(f.before)), el("td", {}, number(f.after))))));

const moved = (story) => el("p", {}, story.gone ? "Gone: its reports are in other stories now. " : "A new story: ", el("a", { href: "/stories/" + story.id }, story.headline || story.id));

export const changes = (outcome, here) => {
  const parts = [];
  for (const story of outcome.stories) {
    if (story.new || story.gone) parts.push(moved(story));
    else if (story.figures.length) {
      if (story.id !== here) parts.push(el("p", {}, el("a", { href: "/stories/" + story.id }, story.headline || story.id)));
      parts.push(figures(story));
    }
  }
  if (outcome.claims.length) {
    parts.push(el("ul", { class: "rows" }, ...outcome.claims.map((c) => el("li", {},
      c.after && here ? el("a", { href: "/stories/" + here + "#c" + c.after, class: "q" }, c.text) : el("span", { class: "q" }, c.text),
      el("div", { class: "m" }, c.says.join("; "))))));
  }
  if (outcome.more_claims) parts.push(el("p", { class: "m" }, "and " + number(outcome.more_claims) + " more claims"));
  if (!parts.length) parts.push(el("p", {}, "No figure changed."));
  return el("div", { class: "changes" }, ...parts);
};
