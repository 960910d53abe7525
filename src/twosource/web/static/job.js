// An add's page and list: how far it is, until it has ended.
import { ask, counted, number } from "./talk.js";

export const state = (job) => {
  if (job.state === "waiting") return "Waiting for another add to end.";
  if (job.state === "reading") return job.total ? "Reading report " + number(Math.min(job.done + 1, job.total)) + " of " + number(job.total) + "." : "Looking at what came.";
  if (job.state === "counting") return "All " + number(job.total) + " read; counting the stories they touch.";
  if (job.state === "failed") return "Failed: " + job.error;
  const parts = [counted(job.new, "new report")];
  if (job.known) parts.push(number(job.known) + " known before");
  if (job.refusals.length) parts.push(number(job.refusals.length) + " refused");
  if (job.passed_over) parts.push(counted(job.passed_over, "file") + " of other kinds passed over");
  return parts.join(", ") + ".";
};

export const ended = (job) => job.state === "done" || job.state === "failed";

// Asks until the add has ended; show(job) after every answer, an answer's silence is waited out.
export const follow = async (id, show) => {
  for (let wait = 250; ; wait = Math.min(wait * 1.2, 1500)) {
    let job = null;
    try { job = await ask("/jobs/" + encodeURIComponent(id) + ".json"); } catch (error) { if (wait > 1400) throw error; }
    if (job) show(job);
    if (job && ended(job)) return job;
    await new Promise((done) => setTimeout(done, wait));
  }
};

export const bar = (progress, job) => {
  progress.max = job.total || 1;
  if (ended(job)) progress.value = progress.max;
  else if (job.state === "reading" && job.total) progress.value = job.done;
  else progress.removeAttribute("value");
};

const here = document.getElementById("job");
if (here && here.dataset.ended === "0") {
  const line = here.querySelector(".state"), progress = here.querySelector("progress");
  follow(here.dataset.job, (job) => { line.textContent = state(job); bar(progress, job); }).then(() => location.reload());
}
