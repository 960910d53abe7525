// The dialog of a correction: what is wrong, why, who says so; then what it changed, and the way back.
import { changes } from "./outcome.js";
import { el, tell } from "./talk.js";

const $ = (id) => document.getElementById(id);
const box = $("fix"), form = box.querySelector("form"), go = $("fix-go"), NAME = "twosource-by";
let story, chosen, kept = null, back = "", wanted = "";

const field = (f) => {
  const known = { name: f.name, required: f.required || Boolean(f.options) };
  if (f.options) return el("label", {}, el("span", {}, f.label), el("select", known, ...f.options.map(([value, text]) => el("option", { value }, text))));
  const id = "fix-list-" + f.name;
  const list = f.list && el("datalist", { id }, ...[...new Set(f.list)].map((value) => el("option", { value })));
  return el("label", {}, el("span", {}, f.label), el("input", { ...known, value: f.value || "", list: f.list && id, pattern: f.pattern, maxlength: 500, autocomplete: "off" }), list);
};

const choose = (choice) => {
  chosen = choice;
  $("fix-fields").replaceChildren(...(choice.fields || []).map(field), ...(choice.hint ? [el("p", { class: "hint" }, choice.hint)] : []));
};

const show = (step) => {
  for (const id of ["fix-kinds", "fix-fields", "fix-reason", "fix-by"]) $(id).hidden = step !== "ask";
  go.parentElement.hidden = step !== "ask";
  $("fix-done").hidden = step !== "done";
  $("fix-trouble").textContent = "";
};

export const open = (of, made, anchor) => {
  story = of; kept = null; back = anchor; wanted = "";
  show("ask");
  $("fix-h").textContent = "Correct: " + made.title.charAt(0).toLowerCase() + made.title.slice(1);
  $("fix-thing").textContent = made.words;
  $("fix-thing").hidden = !made.words;
  const radios = made.choices.map((choice, n) => el("label", {}, el("input", { type: "radio", name: "choice", value: n, checked: n === 0, onchange: () => choose(choice) }), el("span", {}, choice.label)));
  $("fix-kinds").replaceChildren(el("legend", {}, "What is wrong?"), ...radios);
  choose(made.choices[0]);
  form.elements.reason.value = "";
  form.elements.by.value = remembered();
  go.disabled = false;
  go.textContent = "Decide";
  box.showModal();
  box.querySelector("input[type=radio]").focus();
};

const remembered = () => { try { return localStorage.getItem(NAME) || ""; } catch { return ""; } };
const remember = (name) => { try { localStorage.setItem(NAME, name); } catch { /* a browser that keeps nothing asks again */ } };

const done = (title, outcome) => {
  const undo = outcome.withdrawn ? null : el("button", { type: "button", onclick: (event) => takeBack(event.target, outcome.judgement.id) }, "Undo");
  show("done");
  $("fix-h").textContent = title;
  $("fix-done").replaceChildren(changes(outcome, story), el("p", { class: "acts" }, el("button", { type: "button", onclick: () => box.close() }, "Show the brief"), undo));
  $("fix-done").focus();
};

// A claim named in the outcome stands in the brief as it is now, not in the one behind the dialog.
$("fix-done").addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#']");
  if (!link || link.pathname !== location.pathname) return;
  event.preventDefault();
  wanted = link.hash.slice(1);
  box.close();
});

const takeBack = async (button, id) => {
  button.disabled = true;
  try {
    done("Withdrawn", await tell("/judgements/" + encodeURIComponent(id) + "/undo", { story }));
  } catch (error) {
    $("fix-trouble").textContent = error.message;
    button.disabled = false;
  }
};

// Where the thing stands after the recomputation: a claim by its new number, all else by its old anchor.
const anchorAfter = (outcome) => {
  const claim = /^[ce](\d+)/.exec(back);
  if (!claim) return back;
  const change = outcome.claims.find((c) => c.before === Number(claim[1]));
  return change ? (change.after ? "c" + change.after : "claims") : "c" + claim[1];
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = { kind: chosen.kind, a: chosen.a, reason: form.elements.reason.value.trim(), by: form.elements.by.value.trim() };
  if (chosen.b) body.b = chosen.b;
  for (const f of chosen.fields || []) body[f.name] = $("fix-fields").querySelector(`[name="${f.name}"]`).value.trim();
  remember(body.by);
  go.disabled = true;
  go.textContent = "Counting anew…";
  $("fix-trouble").textContent = "";
  try {
    kept = await tell("/stories/" + encodeURIComponent(story) + "/judgements", body);
    done("Kept", kept);
  } catch (error) {
    $("fix-trouble").textContent = error.message;
    go.disabled = false;
    go.textContent = "Decide";
  }
});

box.querySelector(".close").addEventListener("click", () => box.close());
box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
box.addEventListener("close", () => {
  if (!kept) return;
  const anchor = wanted || anchorAfter(kept);
  history.replaceState(null, "", location.pathname + (anchor ? "#" + anchor : ""));
  location.reload();
});
