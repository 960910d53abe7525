// Reports dropped, chosen, pasted or named: sent without leaving the page, each add's progress below.
import { bar, follow, state } from "./job.js";
import { el, tell } from "./talk.js";

document.documentElement.classList.add("js");
const list = document.getElementById("adds"), drop = document.getElementById("drop");

const begun = (about) => {
  document.getElementById("none")?.remove();
  const line = el("p", { class: "state", role: "status" }, "Sending.");
  const progress = el("progress", { "aria-label": "Reports read" });
  const name = el("a", {}, about);
  list.prepend(el("li", {}, name, line, progress));
  return { line, progress, name };
};

const send = async (path, body, about) => {
  if (!list) { sessionStorage.removeItem("twosource-adding"); location.href = "/jobs/" + (await tell(path, body)).id; return; }
  const shown = begun(about);
  try {
    const job = await tell(path, body);
    shown.name.href = "/jobs/" + job.id;
    await follow(job.id, (now) => {
      shown.name.textContent = now.about;
      shown.line.textContent = state(now);
      bar(shown.progress, now);
      if (now.state === "done") shown.line.after(stories(now), refused(now));
    });
    shown.progress.remove();
  } catch (error) {
    shown.line.textContent = error.message;
    shown.line.classList.add("bad");
    shown.progress.remove();
  }
};

const stories = (job) => el("ul", { class: "m" }, ...job.stories.map((s) => el("li", {}, el("a", { href: "/stories/" + s.id }, s.headline || s.id))));
const refused = (job) => el("ul", { class: "m" }, ...job.refusals.slice(0, 20).map((r) => el("li", {}, "refused: " + (r.path || r.url || "unnamed") + " (" + r.reason + ")")));

const files = (found) => {
  if (!found.length) return;
  const body = new FormData();
  for (const { file, name } of found) body.append("files", file, name);
  send("/reports", body, found.length === 1 ? found[0].name : found.length.toLocaleString("en") + " files");
};

// What was dropped, with the folders in it; hidden files are left.
const dropped = async (items) => {
  const found = [], entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const walk = async (entry, depth) => {
    if (entry.name.startsWith(".") || depth > 8) return;
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      found.push({ file, name: entry.fullPath.replace(/^\//, "") });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return;
      for (const one of some) await walk(one, depth + 1);
    }
  };
  for (const entry of entries) await walk(entry, 0);
  return found;
};

let inside = 0;
const carries = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
addEventListener("dragenter", (event) => { if (carries(event)) { inside += 1; document.body.classList.add("over"); } });
addEventListener("dragleave", (event) => { if (carries(event) && --inside <= 0) { inside = 0; document.body.classList.remove("over"); } });
addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
addEventListener("drop", async (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  inside = 0;
  document.body.classList.remove("over");
  const plain = [...event.dataTransfer.files].map((file) => ({ file, name: file.name }));
  const deep = await dropped(event.dataTransfer.items);
  files(deep.length ? deep : plain);
});

if (drop) {
  drop.querySelector(".dropline").hidden = false;
  drop.querySelector(".folder").hidden = false;
  for (const input of drop.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      files([...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
      input.value = "";
    });
  }
  for (const form of document.querySelectorAll("form.paste, form.path")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = Object.fromEntries([...new FormData(form)].filter(([key, value]) => key !== "csrf" && value.trim()));
      const paths = given.path?.split("\n").filter((line) => line.trim());
      send("/reports", paths ? { paths } : { reports: [given] }, paths ? paths.join(", ") : given.text.trim().split("\n")[0].slice(0, 80));
      form.reset();
    });
  }
}
