// Searches the help without a server: the index is a file next to the first page of each language.
const field = document.getElementById("search");
const list = document.getElementById("found");
const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
const pages = helpIndex.map(([path, title, headings, words]) => ({
  path,
  title,
  headings,
  parts: [title, headings, words].map(fold),
}));

/** All words must occur; a word in a title counts more than in a heading, and that more than in the text. */
function find(asked) {
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return pages
    .map((page) => {
      const weights = words.map((word) => {
        const place = page.parts.findIndex((part) => part.includes(word));
        return place < 0 ? 0 : [9, 3, 1][place];
      });
      return { page, weight: weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 20)
    .map(({ page }) => page);
}

/** The address of the heading that contains a searched word. */
function placeIn({ headings }, asked) {
  const [word] = fold(asked).split(/\s+/);
  const rule = /^pa-\d{3}$/.test(word) && headings.toLowerCase().includes(word) ? `#${word}` : "";
  return rule;
}

function show() {
  const asked = field.value.trim();
  const found = find(asked);
  list.replaceChildren(
    ...found.map((page) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${page.path}.html${placeIn(page, asked)}`;
      link.textContent = page.title;
      item.append(link);
      return item;
    }),
  );
  document.getElementById("results").hidden = asked === "";
  document.getElementById("nothing").hidden = asked === "" || found.length > 0;
}

field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", show);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
show();
