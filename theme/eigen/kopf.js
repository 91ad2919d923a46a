// The head of every page: its box leads to the search, "/" jumps there, Escape back; the menu closes.
(() => {
  "use strict";
  const form = document.querySelector("form[data-suche]");
  if (!form) return;
  const feld = form.elements.q;
  const menue = document.querySelector(".menue");
  let vorher; // what had the focus before "/"
  // at() is the youngest thing that the search needs: without it, the words from A to Z help.
  if ([].at) form.action = form.action.replace(/stichwoerter\/(index\.html)?$/, "suche/$1");
  document.addEventListener("keydown", (taste) => {
    const tippt = taste.target.closest("input:not([type=checkbox]), textarea, select");
    if (taste.key !== "/" || tippt || !kurztaste.istAn() || taste.ctrlKey || taste.altKey || taste.metaKey) return;
    taste.preventDefault();
    vorher = document.activeElement;
    feld.focus();
    feld.select();
  });
  // An open menu would hide what has the focus outside of it.
  document.addEventListener("keyup", (taste) => {
    if (taste.key === "Tab" && !menue.contains(taste.target)) menue.querySelector("button").click();
  });
  // With words in it, Escape first empties the box: browsers do that by themselves.
  feld.addEventListener("keydown", (taste) => {
    if (taste.key !== "Escape" || feld.value || !vorher) return;
    feld.blur();
    vorher.focus();
    vorher = undefined;
  });
})();
