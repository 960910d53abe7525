"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const kinds = { status: "x", origin: "o", outlet: "u", source: "s", claim: "c" };
  const bar = $("filters"), q = $("q"), clear = $("clear"), found = $("found");
  const selects = [...bar.querySelectorAll("select")];
  const sections = [...document.querySelectorAll("section[data-by]")].map((el) => ({
    el, by: el.dataset.by, count: el.querySelector("h2 .n"),
    items: [...el.querySelectorAll("[data-f]")].map((item) => ({ el: item, tokens: null, text: null, n: Number(item.dataset.n || 1) })),
  }));
  let state = { at: "" };

  // The address holds everything: "#c3&status=contested&q=words". What has no "=" is where to go.
  const read = () => {
    const next = { at: "" };
    for (const part of location.hash.slice(1).split("&")) {
      const cut = part.indexOf("=");
      let value = part.slice(cut + 1);
      try { value = decodeURIComponent(value); } catch { /* a broken escape is taken as it stands */ }
      if (cut < 0) next.at = value;
      else if (part.slice(0, cut) === "q" || kinds[part.slice(0, cut)]) next[part.slice(0, cut)] = value;
    }
    return next;
  };
  const write = (next) => {
    const parts = next.at ? [next.at] : [];
    for (const key of [...Object.keys(kinds), "q"]) if (next[key]) parts.push(key + "=" + encodeURIComponent(next[key]));
    return "#" + parts.join("&");
  };
  const filtered = (s) => Boolean(s.q || Object.keys(kinds).some((key) => s[key]));

  // In a big story a claim does not repeat which outlets carry it: the reports that have it say so.
  let carried = null;
  const tokens = (item) => {
    const own = new Set(item.el.dataset.f.split(" "));
    if (document.body.classList.contains("big") && item.el.matches(".claim")) {
      if (!carried) {
        carried = new Map();
        for (const report of document.querySelectorAll(".rep")) {
          const [outlet, ...rest] = report.dataset.f.split(" ");
          for (const token of rest) if (token[0] === "c") carried.has(token) ? carried.get(token).push(outlet) : carried.set(token, [outlet]);
        }
      }
      for (const outlet of carried.get(item.el.id) || []) own.add(outlet);
    }
    return own;
  };

  const apply = () => {
    const words = (state.q || "").toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = Object.keys(kinds).filter((key) => state[key]).map((key) => kinds[key] + state[key]);
    const said = [];
    for (const s of sections) {
      const here = wanted.filter((token) => s.by.includes(token[0]));
      let shown = 0, all = 0;
      for (const item of s.items) {
        item.tokens ??= tokens(item);
        let keep = here.every((token) => item.tokens.has(token));
        if (keep && words.length) {
          item.text ??= item.el.textContent.toLowerCase();
          keep = words.every((word) => item.text.includes(word));
        }
        if (item.el.hidden === keep) item.el.hidden = !keep;
        if (keep) shown += item.n;
        all += item.n;
      }
      if (s.count) s.count.textContent = (shown < all ? shown.toLocaleString("en") + " of " : "") + all.toLocaleString("en");
      if (shown < all && s.count) said.push(shown.toLocaleString("en") + " of " + all.toLocaleString("en") + " " + s.el.id);
    }
    found.textContent = filtered(state) ? "Showing " + (said.join(", ") || "all") : "";
    clear.hidden = !filtered(state);
    for (const box of selects) {
      box.value = state[box.dataset.key] || "";
      box.classList.toggle("on", Boolean(box.value));
    }
    if (document.activeElement !== q) q.value = state.q || "";
    q.classList.toggle("on", Boolean(state.q));
  };

  const go = (id) => {
    const target = id && $(id);
    if (!target) return;
    if (target.closest("[hidden]")) { history.replaceState(null, "", "#" + id); state = { at: id }; apply(); }
    for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    for (const old of document.querySelectorAll(".hit-now")) old.classList.remove("hit-now");
    const seen = target.tagName === "I" ? target.nextElementSibling || target : target;
    const block = seen.closest(".text > p") || seen;
    seen.classList.add("hit-now");
    const where = { block: target.matches("section,header,.claim,.rep") ? "start" : "center", behavior: "instant" };
    block.scrollIntoView(where);
    // What comes into view is laid out only now and may push the words away: look again once it stands.
    requestAnimationFrame(() => requestAnimationFrame(() => block.scrollIntoView(where)));
    const focus = target.tagName === "DETAILS" ? target.querySelector("summary") : target.tagName === "I" ? seen : target;
    if (focus.tabIndex < 0 && !focus.hasAttribute("tabindex")) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
  };

  // A site keeps its reports on pages of their own; their words come as a script, once somebody searches.
  const fetchTexts = () => {
    if (!bar.dataset.texts || window.twosourceTexts) return;
    window.twosourceTexts = (texts) => {
      for (const item of sections.flatMap((s) => s.items)) if (texts[item.el.id]) item.text = item.el.textContent.toLowerCase() + " " + texts[item.el.id];
      if (state.q) apply();
    };
    const script = document.createElement("script");
    script.src = bar.dataset.texts;
    document.head.append(script);
  };

  const move = () => { state = read(); if (state.q) fetchTexts(); apply(); go(state.at); };
  const filter = (change) => {
    state = { ...state, ...change };
    history.replaceState(null, "", write(state));
    apply();
  };

  addEventListener("hashchange", move);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const href = link.getAttribute("href").slice(1);
    if (href.includes("=")) return;
    event.preventDefault();
    const next = write({ ...state, at: href });
    if (next === location.hash) go(href);
    else location.hash = next;
  });
  for (const box of selects) box.addEventListener("change", () => filter({ [box.dataset.key]: box.value }));
  let wait = 0;
  q.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => filter({ q: q.value.trim() }), 20); });
  q.addEventListener("focus", () => {
    fetchTexts();
    // Lower-case texts are made while nothing else happens, so that the first letter typed is as quick as the last.
    const todo = sections.flatMap((s) => s.items).filter((item) => item.text === null);
    const some = (deadline) => {
      while (todo.length && deadline.timeRemaining() > 2) { const item = todo.pop(); item.text ??= item.el.textContent.toLowerCase(); }
      if (todo.length) requestIdleCallback(some);
    };
    if (window.requestIdleCallback) requestIdleCallback(some);
  });
  const reset = () => { q.value = ""; state = { at: "" }; history.replaceState(null, "", "#"); apply(); };
  clear.addEventListener("click", () => { reset(); q.focus(); });

  // The boxed numbers in the reports say in full what they are once their report is opened.
  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".rep[open]")) for (const a of event.target.querySelectorAll(".text p > a:not([title])")) a.title = "claim " + a.textContent;
  }, true);

  for (const button of document.querySelectorAll("[data-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = button.textContent === "Open all";
      for (const d of document.querySelectorAll("details." + button.dataset.all)) if (!d.hidden) d.open = open;
      button.textContent = open ? "Close all" : "Open all";
    });
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); q.focus(); q.select(); return; }
    if (event.key === "Escape" && filtered(state)) { reset(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,select,textarea")) return;
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    const item = step && event.target.closest("[data-f]");
    if (!item) return;
    const all = [...item.closest("section").querySelectorAll("[data-f]:not([hidden])")];
    const next = all[all.indexOf(item) + step];
    if (!next) return;
    event.preventDefault();
    const focus = next.querySelector(":scope > summary") || next;
    if (focus.tabIndex < 0) focus.tabIndex = -1;
    focus.focus();
    next.scrollIntoView({ block: "nearest" });
  });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")].filter((d) => !document.body.classList.contains("big") || !d.matches(".rep"));
    for (const d of closed) d.open = true;
  });
  addEventListener("afterprint", () => { for (const d of closed) d.open = false; closed = []; });

  const narrow = matchMedia("(max-width: 60rem)"), inWords = $("words");
  if (inWords && !narrow.matches && document.querySelector(".pic")) inWords.open = false;
  bar.hidden = false;
  move();
})();
