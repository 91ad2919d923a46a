// The search box on every page: leads to the search, and "/" jumps to it.
(() => {
  "use strict";
  const form = document.querySelector("form[data-suche]");
  if (!form) return;
  form.action = form.action.replace(/stichwoerter\/(index\.html)?$/, "suche/$1");
  document.addEventListener("keydown", (taste) => {
    const tippt = taste.target.closest("input, textarea, select, [contenteditable]");
    if (taste.key !== "/" || tippt || taste.ctrlKey || taste.altKey || taste.metaKey) return;
    taste.preventDefault();
    form.elements.q.focus();
    form.elements.q.select();
  });
})();
