/* Groups of fields that come as often as somebody wants: links, figures, sources. */
const formularGruppen = (() => {
  "use strict";
  let zaehler = 0;

  function nummeriere(e) {
    formularFelder.gruppenVon(e).forEach((g, nr) => {
      for (const z of g.querySelectorAll(":scope > legend [data-nr], :scope > [data-weg] [data-nr]")) z.textContent = nr + 1;
    });
  }

  function fuegeHinzu(e) {
    const g = e.querySelector(":scope > template").content.cloneNode(true).firstElementChild;
    zaehler += 1;
    for (const name of ["id", "for", "aria-describedby"])
      for (const traeger of g.querySelectorAll(`[${name}]`))
        traeger.setAttribute(name, traeger.getAttribute(name).replace(/\S+/g, `$&-${zaehler}`));
    e.querySelector(":scope > [data-gruppen]").append(g);
    ergaenze(g);
    nummeriere(e);
    return g;
  }

  function ergaenze(behaelter) {
    for (const e of behaelter.querySelectorAll("[data-art=gruppen][data-pflicht]"))
      if (!formularFelder.gruppenVon(e).length) fuegeHinzu(e);
  }

  function entferne(g) {
    const e = g.closest("[data-feld]");
    const nachbar = g.nextElementSibling || g.previousElementSibling;
    g.remove();
    nummeriere(e);
    (nachbar?.querySelector(formularFelder.STEUERBAR) || e.querySelector(":scope > [data-noch]")).focus();
  }

  return { fuegeHinzu, ergaenze, entferne };
})();
