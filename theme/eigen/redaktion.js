/* The form of /redaktion/neu/: says what is wrong, shows the file, hands it over. */
"use strict";
(() => {
  const { abdruecke } = document.currentScript.dataset;
  const form = document.querySelector("[data-formular]");
  const hier = (name) => form.querySelector(`[data-${name}]`);
  const { STEUERBAR, eltern, steuerung } = formularFelder;
  const { fuegeHinzu, ergaenze, entferne } = formularGruppen;
  const besucht = new WeakSet();
  let meldung; // the words of what the form says of itself
  let pruefe; // undefined until what it checks with is there
  let quellen;
  let gefragt; // the button that waits for it
  let ungesichert = false;
  let ergebnis;
  let gezeigt = []; // what the list of open mistakes shows

  // Showing

  const setze = (e, text) => { if (e.textContent !== text) e.textContent = text; };

  function benannt(e) {
    const gruppe = eltern(e);
    const oben = gruppe === form ? "" : `${benannt(gruppe.closest("[data-feld]"))}, ${gruppe.querySelector("legend").textContent.trim()}: `;
    return oben + e.querySelector("[data-name]").textContent;
  }

  function zeigeFehler() {
    for (const e of ergebnis.orte.values()) {
      const falsch = besucht.has(e) && ergebnis.offen.get(e);
      const zeile = e.querySelector(":scope > .formular__fehler");
      setze(zeile, falsch || (besucht.has(e) && ergebnis.hinweise.get(e)) || "");
      zeile.toggleAttribute("data-hinweis", !falsch);
      const feld = e.matches("fieldset") ? null : steuerung(e);
      if (falsch) feld?.setAttribute("aria-invalid", "true");
      else feld?.removeAttribute("aria-invalid");
    }
  }

  function zeigeOffenes() {
    const { offen, hinweise } = ergebnis;
    const fertig = meldung[hinweise.size ? "fertig_unverglichen" : "fertig"];
    const satz = offen.size ? meldung[offen.size === 1 ? "offen_eins" : "offen"] : fertig;
    setze(hier("stand"), satz.replace("{zahl}", offen.size));
    const zeilen = [...offen].map(([e, warum]) => [e, steuerung(e).id, benannt(e), warum]);
    const jetzt = zeilen.flat();
    // Who stands on one of the links stays there while nothing changes.
    if (jetzt.length === gezeigt.length && jetzt.every((teil, nr) => teil === gezeigt[nr])) return;
    gezeigt = jetzt;
    hier("offen").replaceChildren(...zeilen.map(([e, id, name, warum]) => {
      const zeile = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${id}`;
      link.textContent = name;
      link.addEventListener("click", (klick) => {
        klick.preventDefault();
        besucht.add(e);
        e.closest("details")?.setAttribute("open", "");
        zeigeFehler();
        steuerung(e).focus();
      });
      zeile.append(link, `: ${warum}`);
      return zeile;
    }));
  }

  function zeigeVorschlag() {
    const link = hier("vorschlag");
    if (!link) return;
    const { vorschlag, kennung, inhalt, hoechstens } = link.dataset;
    const mitKennung = vorschlag.replace(kennung, () => encodeURIComponent(ergebnis.id));
    const adresse = mitKennung.replace(inhalt, () => encodeURIComponent(ergebnis.text));
    const fertig = !ergebnis.offen.size;
    const zuLang = adresse.length > Number(hoechstens);
    hier("unfertig").hidden = fertig;
    link.hidden = !fertig;
    link.href = zuLang ? mitKennung.replace(inhalt, "") : adresse;
    hier("einfuegen").hidden = !fertig || !(zuLang || "leer" in link.dataset);
  }

  function zeige() {
    if (!pruefe) return;
    quellen.aktualisiere();
    ergebnis = pruefe();
    hier("text").value = ergebnis.text;
    zeigeFehler();
    zeigeOffenes();
    zeigeVorschlag();
  }

  // Beginning, with what was typed until then

  function bereite() {
    ({ meldung } = formularDaten);
    quellen = formularQuellen(form, formularDaten.quellen, meldung);
    pruefe = formularPruefung({
      form, daten: formularDaten,
      zitatfehler: formularZitate(formularDaten, formularAbdruckdatei.stand, zeige),
      // The validator writes into its schema: it gets a copy of its own.
      pruefer: new jsonSchema.Validator(JSON.parse(JSON.stringify(formularDaten.schema)), "2020-12", false),
    });
    zeige();
    formularAbdruckdatei.hole(abdruecke).then(zeige);
  }

  const beginne = formularBeginn(bereite, () => setze(hier("stand"), hier("stand").dataset.gestoert));

  // Handing over

  function melde(satz) {
    const { size } = ergebnis.offen;
    setze(hier("meldung"), size ? `${satz} ${meldung.noch_nicht_fertig.replace("{zahl}", size)}` : satz);
  }

  async function kopiere() {
    try {
      await navigator.clipboard.writeText(ergebnis.text);
      ungesichert = false;
      melde(meldung.kopiert);
    } catch {
      hier("text").focus();
      hier("text").select();
      melde(meldung.kopieren_von_hand);
    }
  }

  function speichere() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([ergebnis.text], { type: "application/yaml" }));
    link.download = `${ergebnis.id || "praxisbeispiel"}.yaml`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    ungesichert = false;
    melde(meldung.gespeichert.replace("{name}", link.download));
  }

  // Says beside a button why nothing happens: the state stands far from it.
  function klage({ dataset, parentElement }) {
    const { neueQuelle, kopieren, speichern } = dataset;
    const { gestoert } = hier("stand").dataset;
    if (kopieren !== undefined || speichern !== undefined) setze(hier("meldung"), gestoert);
    if (neueQuelle === undefined) return;
    const zeile = parentElement.querySelector(":scope > .formular__fehler");
    setze(zeile, gestoert);
    zeile.toggleAttribute("data-hinweis", true); // it is no mistake of the writer
  }

  form.addEventListener("click", async ({ target }) => {
    if (target === hier("vorschlag") && !hier("einfuegen").hidden) kopiere();
    const knopf = target.closest("button");
    if (!knopf) return;
    const { noch, weg, neueQuelle, kopieren, speichern } = knopf.dataset;
    if (noch !== undefined) fuegeHinzu(knopf.parentElement).querySelector(STEUERBAR).focus();
    if (weg !== undefined) entferne(knopf.parentElement);
    // Who asks twice while it loads gets it once.
    if (gefragt === knopf) return;
    gefragt = knopf;
    const kann = await beginne();
    gefragt = undefined;
    if (!kann) return klage(knopf);
    // Where it had to be waited for, the field may be gone by now.
    if (neueQuelle !== undefined && knopf.isConnected) quellen.beginne(knopf.parentElement.querySelector("select"));
    zeige();
    if (kopieren !== undefined) kopiere();
    if (speichern !== undefined) speichere();
  });
  form.addEventListener("input", () => {
    ungesichert = true;
    setze(hier("meldung"), "");
    zeige();
    beginne();
  });
  form.addEventListener("focusout", ({ target }) => {
    const e = target.closest("[data-feld]");
    if (!e || !e.isConnected) return;
    besucht.add(e);
    if (ergebnis) zeigeFehler();
  });
  form.addEventListener("submit", (e) => e.preventDefault());
  addEventListener("beforeunload", (e) => { if (ungesichert) e.preventDefault(); });

  ergaenze(form);
  for (const e of form.querySelectorAll("[data-heute]")) e.value = formularWerte.heute();
  document.querySelector("[data-ohne-skript]").hidden = true;
  form.hidden = false;
  addEventListener("load", beginne);
})();
