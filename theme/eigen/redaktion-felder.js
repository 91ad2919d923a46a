/* The form's fields: where each stands in the page, and what was typed into it. */
const formularFelder = (() => {
  "use strict";
  const STEUERBAR = "input, select, textarea";

  const eltern = (e) => e.parentElement.closest("[data-gruppe], form");
  const feldVon = (behaelter, name) =>
    [...behaelter.querySelectorAll(`[data-feld="${name}"]`)].find((e) => eltern(e) === behaelter);
  const gruppenVon = (e) => [...e.querySelector(":scope > [data-gruppen]").children];
  const steuerung = (e) => e.querySelector(STEUERBAR) || e.querySelector("[data-noch]");

  function eingaben(e) {
    const art = e.dataset.art;
    if (art === "mehrwahl") return [...e.querySelectorAll(":checked")].map((k) => k.value);
    const text = e.querySelector(STEUERBAR).value;
    return (art === "liste" ? text.split("\n") : [text]).map(formularWerte.sauber).filter(Boolean);
  }

  return { STEUERBAR, eltern, feldVon, gruppenVon, steuerung, eingaben };
})();
