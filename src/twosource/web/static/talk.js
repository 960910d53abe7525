// Questions to the server and its answers: JSON both ways, one line where it says no.
let word;

const session = async () => {
  word ??= document.querySelector("meta[name=twosource-csrf]")?.content;
  word ??= (await (await fetch("/session.json")).json()).csrf;
  return word;
};

export const ask = async (path) => heard(await fetch(path, { headers: { accept: "application/json" } }));

export const tell = async (path, body) => {
  const form = body instanceof FormData;
  const headers = { accept: "application/json", "x-csrf-token": await session() };
  if (!form) headers["content-type"] = "application/json";
  return heard(await fetch(path, { method: "POST", headers, body: form ? body : JSON.stringify(body) }));
};

const heard = async (answer) => {
  const kind = answer.headers.get("content-type") || "";
  const said = kind.includes("json") ? await answer.json() : {};
  if (!answer.ok) throw new Error(said.error || "The server does not answer as expected (" + answer.status + ").");
  return said;
};

// An element with attributes and children; whatever is a string becomes text, never markup.
export const el = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};

export const number = (value) => (value === null || value === undefined ? "–" : Number(value).toLocaleString("en"));
export const counted = (value, one, many) => number(value) + " " + (value === 1 ? one : many || one + "s");
