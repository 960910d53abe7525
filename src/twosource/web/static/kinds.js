// What can be wrong with a thing of the brief, and the judgement that says so. Each maker is given the handles of the
// story and the thing's numbers; a choice's fields become the judgement's b or value.
const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
const options = (items, value, text) => items.map((item, n) => [value(item, n), text(item, n)]);

const note = (a) => ({ label: "Nothing; a note for the others", kind: "note", a, fields: [{ name: "value", label: "Note", required: true }] });

const claim = (h, n) => {
  const it = h.claims[n - 1];
  const others = h.claims.map((c, i) => [c, i + 1]).filter(([, i]) => i !== n);
  return {
    title: "Claim " + n, words: it.text,
    choices: [
      { label: "It is the same claim as another", kind: "same claim", a: it.id, needs: others.length,
        fields: [{ name: "b", label: "The other claim", options: options(others, ([c]) => c.id, ([c, i]) => i + "  " + cut(c.text, 90)) }] },
      { label: "One of its passages is another claim", kind: "not same claim", a: it.id, needs: it.passages.length > 1,
        fields: [{ name: "b", label: "The passage that is not this claim", options: options(it.passages.filter((p) => !p.own), (p) => p.at, (p) => p.outlet + ": " + cut(p.words, 90)) }] },
      note(it.id),
    ],
  };
};

const passage = (h, n, m) => {
  const it = h.claims[n - 1], here = it.passages[m - 1];
  return {
    title: "A passage of claim " + n, words: "“" + here.words + "” " + here.outlet,
    choices: [
      { label: "It is not the same claim", kind: "not same claim", a: it.id, b: here.at, needs: !here.own,
        hint: "The passage is taken out of this claim and stays out." },
      speaker(h, here.at),
      { label: "It rests on another origin in this story", kind: "origin", a: here.at, needs: h.origins.some((o) => o.at),
        fields: [{ name: "b", label: "Origin", options: options(h.origins.filter((o) => o.at), (o) => o.at, (o) => o.letter + "  " + cut(o.label, 90)) }] },
      { label: "It rests on an origin that is not listed", kind: "origin", a: here.at, fields: [{ name: "value", label: "What it is", required: true }],
        hint: "Passages given the same words here count as one origin." },
      note(here.at),
    ],
  };
};

const speaker = (h, a, label = "Somebody else says it") => ({ label, kind: "speaker", a, fields: [{ name: "value", label: "Speaker", required: true, list: h.sources.map((s) => s.name) }] });

const source = (h, n) => {
  const it = h.sources[n - 1];
  const others = h.sources.filter((s) => s !== it && s.mentions.length);
  return {
    title: "Source", words: it.name + " (" + it.kind + ")",
    choices: [
      { label: "It is the same as another source", kind: "same source", a: it.id, needs: others.length && it.mentions.length,
        fields: [{ name: "b", label: "The other source", options: options(others, (s) => s.id, (s) => s.name + " (" + s.kind + ")") }] },
      { label: "Two sources were taken for one", kind: "not same source", a: it.mentions[0]?.at, needs: it.mentions.length > 1,
        hint: "Set apart from “" + (it.mentions[0]?.words || "") + "” in " + (it.mentions[0]?.outlet || "") + ".",
        fields: [{ name: "b", label: "The mention that means somebody else", options: options(it.mentions.slice(1), (p) => p.at, (p) => p.outlet + ": " + cut(p.words, 80)) }] },
      ...(it.mentions.length ? [note(it.id)] : []),
    ],
  };
};

const report = (h, n) => {
  const it = h.reports[n - 1], other = h.reports.find((r) => r !== it);
  return {
    title: "Report", words: (it.outlet || "outlet unknown") + ": " + it.title,
    choices: [
      ...lineage(h, it),
      { label: "Another outlet published it", kind: "outlet", a: it.id, fields: [{ name: "value", label: "Outlet", value: it.outlet, required: true, list: h.outlets }] },
      { label: "It was published on another day", kind: "published", a: it.id,
        fields: [{ name: "value", label: "Published: 2024, 2024-05 or 2024-05-31, with a time if known", value: it.published, required: true, pattern: "\\d{4}(-\\d\\d(-\\d\\d([T ].*)?)?)?" }] },
      { label: "It is of another story than the rest", kind: "not same story", a: it.id, b: other?.id, needs: Boolean(other) },
      { label: "It belongs to another story that is here", kind: "same story", a: it.id, needs: h.stories.length,
        fields: [{ name: "b", label: "Story", options: options(h.stories, (s) => s.id, (s) => cut(s.headline || s.id, 90)) }] },
      note(it.id),
    ],
  };
};

const lineage = (h, it) => [
  { label: "It retells another outlet as a whole", kind: "relays", a: it.id, fields: [{ name: "value", label: "Whom it retells", required: true, list: h.outlets }] },
  { label: "It is the outlet’s own reporting", kind: "original", a: it.id },
];

const edge = (h, n) => {
  const e = h.lineage[n - 1], it = h.reports[e.report - 1];
  return { title: "Where a report had it from", words: (it.outlet || it.title) + (e.relation === "original" ? " gathered it itself" : " " + e.relation + " " + e.outlet), choices: [...lineage(h, it), note(it.id)] };
};

const conflict = (h, n) => ({ title: "Conflict", words: "", choices: [
  { label: "They do not contradict each other", kind: "not a conflict", a: h.conflicts[n - 1], b: h.conflicts[n - 1] + "/b", hint: "Different dates, scopes or standpoints that can both hold are no conflict." }, note(h.conflicts[n - 1])] });

const drift = (h, n) => ({ title: "Drift", words: "", choices: [note(h.drift[n - 1])] });

// A paragraph: span is [start, end] in the report's text.
const paragraph = (h, n, span) => {
  const it = h.reports[n - 1], at = it.id + ":" + span[0] + "-" + span[1];
  const said = it.statements.filter((s) => s.start < span[1] && span[0] < s.end);
  return {
    title: "A paragraph of " + (it.outlet || it.title), words: span[2],
    choices: [
      { label: "It is not part of the story (furniture)", kind: "furniture", a: at, hint: "Navigation, promotion, credits, syndication tail: no statement is looked for there." },
      { label: "It is part of the story after all", kind: "not furniture", a: at },
      ...said.map((s) => speaker(h, s.id, "“" + cut(s.words, 70) + "” is said by somebody else" + (s.speaker ? " than " + s.speaker : ""))),
      note(at),
    ],
  };
};

const makers = { c: claim, e: passage, s: source, r: report, l: edge, k: conflict, d: drift, p: paragraph };
export const choicesOf = (handles, kind, ...numbers) => {
  const made = makers[kind](handles, ...numbers);
  made.choices = made.choices.filter((choice) => choice.needs === undefined || choice.needs);
  return made;
};
