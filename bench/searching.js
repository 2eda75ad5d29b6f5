// Runs in the page.  Asks the site's own box, as a reader would, and Material's own search worker.

/** Type a query into the box: how long until its answers are laid out, and which they are (`late` ones too). */
window.askBox = async ([query, late]) => {
  const input = document.querySelector("[data-lookup-home] input");
  const list = document.querySelector("[data-lookup-home] [role=listbox]");
  const answers = () => [...list.querySelectorAll("[data-answer]")].map((option) => option.dataset.answer);
  const before = performance.now();
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  list.getBoundingClientRect();
  const took = performance.now() - before;
  const first = answers();
  if (!late || first.length >= 3) return { took, answers: first };
  await new Promise((resolve) => setTimeout(resolve, 400)); // results of the full text come below
  return { took, answers: answers() };
};

/** Load Material's index into the worker that it ships; gives a function that asks it. */
window.startMaterial = async (worker) => {
  const index = await (await fetch("search/search_index.json")).json();
  const search = new Worker(worker);
  const ask = (message) =>
    new Promise((resolve) => {
      search.onmessage = (event) => resolve(event.data);
      search.postMessage(message);
    });
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  window.askMaterial = async ([query]) => {
    const before = performance.now();
    const { data } = await ask({ type: 2, data: query });
    const took = performance.now() - before;
    return { took, answers: data.items.map((sections) => sections[0].location) };
  };
};
