// The log: an undo says what it changed where it stands, and every line says anew whether it holds.
import { changes } from "./outcome.js";
import { ask, number, tell } from "./talk.js";

const fate = (decision) => (decision.withdrawn ? "withdrawn" : decision.overruled_by ? "contradicted by a later one" : "in force");

const refresh = async () => {
  const log = await ask(location.pathname + ".json");
  document.getElementById("holding").textContent = number(log.holding);
  for (const decision of log.decisions) {
    const item = document.getElementById(decision.id), line = item?.querySelector(".fate");
    if (!item) continue;
    item.className = decision.holds ? "holds" : "off";
    if (!line.textContent.startsWith(fate(decision).slice(0, 12))) line.textContent = fate(decision);
  }
};

for (const form of document.querySelectorAll("form.undo")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button"), story = new FormData(form).get("story"), item = form.closest("li");
    button.disabled = true;
    try {
      const outcome = await tell(new URL(form.action).pathname, story ? { story } : {});
      const shown = changes(outcome, story);
      item.append(shown);
      shown.tabIndex = -1;
      shown.focus();
      form.remove();
      await refresh();
    } catch (error) {
      button.disabled = false;
      form.append(" " + error.message);
    }
  });
}
