/* The sources to choose from, also those that the list does not have yet: whoever needs one describes it, and may choose it at once. */
const formularQuellen = (() => {
  "use strict";
  const { feldVon, eingaben } = formularFelder;

  return (form, bekannte, worte) => {
    const quellen = feldVon(form, "quellen");
    const je = new WeakMap(); // select -> its option for each new source
    const gruppen = () => [...quellen.querySelectorAll(":scope > [data-gruppen] > [data-gruppe]")];

    function ergaenze(auswahl) {
      const gruppe = document.createElement("optgroup");
      gruppe.label = worte.neue_quellen;
      auswahl.append(gruppe, ...bekannte.map(([kennung, titel]) => new Option(titel, kennung)));
      je.set(auswahl, new Map());
    }

    // Each select offers every new source, under the name and id that it has by now.
    function aktualisiere() {
      for (const auswahl of form.querySelectorAll("select[data-liste=quellen]")) {
        if (!je.has(auswahl)) ergaenze(auswahl);
        const bekannt = je.get(auswahl);
        for (const [g, option] of bekannt) if (!g.isConnected && bekannt.delete(g)) option.remove();
        for (const g of gruppen()) {
          if (!bekannt.has(g)) bekannt.set(g, auswahl.querySelector("optgroup").appendChild(new Option()));
          const option = bekannt.get(g);
          option.value = eingaben(feldVon(g, "id"))[0] ?? "";
          option.text = eingaben(feldVon(g, "titel"))[0] ?? worte.ohne_namen;
        }
        auswahl.querySelector("optgroup").hidden = !bekannt.size;
      }
    }

    // Adds a source, chooses it where it is needed, and leads to its first field.
    function beginne(auswahl) {
      const g = formularGruppen.fuegeHinzu(quellen);
      aktualisiere();
      je.get(auswahl).get(g).selected = true;
      g.querySelector("input").focus();
    }

    return { aktualisiere, beginne };
  };
})();
