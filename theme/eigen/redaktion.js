/* The form of /redaktion/neu/: reads its fields by the schema, says what is wrong, writes YAML. */
"use strict";
(() => {
  const lies = (id) => JSON.parse(document.getElementById(id).textContent);
  const schema = lies("schema");
  const daten = lies("formulardaten");
  const { fehler: worte, meldung, modeline, vergeben } = daten;
  // The validator writes into its schema: it gets a copy of its own.
  const pruefer = new jsonSchema.Validator(lies("schema"), "2020-12", false);
  const form = document.querySelector("[data-formular]");
  const hier = (name) => form.querySelector(`[data-${name}]`);
  const STEUERBAR = "input, select, textarea";
  // Keywords that only repeat what another error says more exactly.
  const UMHUELLEND = ["properties", "items", "$ref", "additionalProperties", "false"];
  const besucht = new WeakSet();
  let zaehler = 0;
  let ungesichert = false;
  let ergebnis;

  // What the check of the data refuses and the schema cannot say.
  const regeln = {
    id: (t) => vergeben.includes(t) && "vergeben",
    // As far as both are known: within its first year nothing ends too early.
    bis: (t, { seit = "" }) => String(t) < String(seit).slice(0, String(t).length) && "verkehrt",
    zitat: (t, daneben) => zitatfehler(t, daneben.quelle),
  };

  // Reading

  const aufgeloest = (s) => (s.$ref ? schema.$defs[s.$ref.split("/").pop()] : s);
  const eltern = (e) => e.parentElement.closest("[data-gruppe], form");
  const feldVon = (behaelter, name) =>
    [...behaelter.querySelectorAll(`[data-feld="${name}"]`)].find((e) => eltern(e) === behaelter);
  const gruppenVon = (e) => [...e.querySelector(":scope > [data-gruppen]").children];

  function eingaben(e) {
    const art = e.dataset.art;
    if (art === "mehrwahl") return [...e.querySelectorAll(":checked")].map((k) => k.value);
    const text = e.querySelector(STEUERBAR).value;
    return (art === "liste" ? text.split("\n") : [text]).map(formularWerte.sauber).filter(Boolean);
  }

  function lese(behaelter, s, pfad, rand, orte, fehler) {
    const wert = {};
    const zeilen = [];
    for (const [name, unter] of Object.entries(aufgeloest(s).properties)) {
      const e = feldVon(behaelter, name);
      if (!e) continue; // the schema knows fields that no new entry has
      const ort = `${pfad}/${name}`;
      const { art, je } = e.dataset;
      orte.set(ort, e);
      if (art === "gruppen") {
        const gruppen = gruppenVon(e).map((g, nr) =>
          lese(g, unter.items, `${ort}/${nr}`, `${rand}    `, orte, fehler));
        if (!gruppen.length) continue;
        wert[name] = gruppen.map((g) => g.wert);
        zeilen.push(`${rand}${name}:`);
        for (const { zeilen: [erste = `${rand}    {}`, ...rest] } of gruppen)
          zeilen.push(`${rand}  - ${erste.slice(rand.length + 4)}`, ...rest);
        continue;
      }
      const paare = eingaben(e).map((t) => formularWerte.als(je || art, t));
      if (!paare.length) continue;
      const mehrere = art === "liste" || art === "mehrwahl";
      wert[name] = mehrere ? paare.map(([w]) => w) : paare[0][0];
      if (mehrere) zeilen.push(`${rand}${name}:`, ...paare.map(([, y]) => `${rand}  - ${y}`));
      else zeilen.push(`${rand}${name}: ${paare[0][1]}`);
      const eigener = paare[0][2] || regeln[name]?.(wert[name], wert);
      if (eigener) fehler.set(e, worte[eigener]);
    }
    return { wert, zeilen };
  }

  // An id that stands in this form twice; the first one is right.
  function doppelt(wert, ort) {
    const alle = [wert, ...(wert.quellen ?? [])].map((eintrag) => eintrag.id);
    const nr = ort === "#/id" ? 0 : 1 + Number(ort.split("/")[2]);
    return alle[nr] !== undefined && alle.indexOf(alle[nr]) < nr;
  }

  function pruefe() {
    const orte = new Map();
    const fehler = new Map();
    const { wert, zeilen } = lese(form, schema, "#", "", orte, fehler);
    for (const f of pruefer.validate(wert).errors) {
      if (UMHUELLEND.includes(f.keyword)) continue;
      const fehlt = f.keyword === "required" && JSON.parse(f.error.match(/".*"/)[0]);
      const [, ort, nr] = /^(.*?)(?:\/(\d+))?$/.exec(f.instanceLocation);
      const e = fehlt ? orte.get(`${f.instanceLocation}/${fehlt}`) : orte.get(ort);
      if (!e || fehler.has(e)) continue;
      const { art, je } = e.dataset;
      const falsch = f.keyword === "uniqueItems" ? worte.zweimal : worte[je || art];
      const satz = fehlt ? worte[`${art}_fehlt`] || worte.fehlt : falsch;
      fehler.set(e, nr && !fehlt ? worte.eintrag.replace("{zahl}", Number(nr) + 1) + satz : satz);
    }
    for (const [ort, e] of orte) if (ort.endsWith("/id") && doppelt(wert, ort)) fehler.set(e, worte.doppelt);
    const offen = new Map([...orte.values()].filter((e) => fehler.has(e)).map((e) => [e, fehler.get(e)]));
    return { id: typeof wert.id === "string" ? wert.id : "", orte, offen, text: `${[modeline, ...zeilen].join("\n")}\n` };
  }

  // Showing

  const setze = (e, text) => { if (e.textContent !== text) e.textContent = text; };
  const steuerung = (e) => e.querySelector(STEUERBAR) || e.querySelector("[data-noch]");

  function benannt(e) {
    const gruppe = eltern(e);
    const oben = gruppe === form ? "" : `${benannt(gruppe.closest("[data-feld]"))}, ${gruppe.querySelector("legend").textContent.trim()}: `;
    return oben + e.querySelector("[data-name]").textContent;
  }

  function zeigeFehler() {
    for (const e of ergebnis.orte.values()) {
      const satz = (besucht.has(e) && ergebnis.offen.get(e)) || "";
      setze(e.querySelector(":scope > .formular__fehler"), satz);
      const feld = e.matches("fieldset") ? null : steuerung(e);
      if (satz) feld?.setAttribute("aria-invalid", "true");
      else feld?.removeAttribute("aria-invalid");
    }
  }

  function zeigeOffenes() {
    const { offen } = ergebnis;
    const satz = offen.size ? meldung[offen.size === 1 ? "offen_eins" : "offen"] : meldung.fertig;
    setze(hier("stand"), satz.replace("{zahl}", offen.size));
    hier("offen").replaceChildren(...[...offen].map(([e, warum]) => {
      const zeile = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${steuerung(e).id}`;
      link.textContent = benannt(e);
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
    quellen.aktualisiere();
    ergebnis = pruefe();
    hier("text").value = ergebnis.text;
    zeigeFehler();
    zeigeOffenes();
    zeigeVorschlag();
  }

  // Groups

  function nummeriere(e) {
    gruppenVon(e).forEach((g, nr) => {
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
      if (!gruppenVon(e).length) fuegeHinzu(e);
  }

  function entferne(g) {
    const e = g.closest("[data-feld]");
    const nachbar = g.nextElementSibling || g.previousElementSibling;
    g.remove();
    nummeriere(e);
    (nachbar?.querySelector(STEUERBAR) || e.querySelector(":scope > [data-noch]")).focus();
  }

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

  form.addEventListener("click", ({ target }) => {
    if (target === hier("vorschlag") && !hier("einfuegen").hidden) kopiere();
    const knopf = target.closest("button");
    if (!knopf) return;
    const { noch, weg, neueQuelle, kopieren, speichern } = knopf.dataset;
    if (noch !== undefined) fuegeHinzu(knopf.parentElement).querySelector(STEUERBAR).focus();
    if (weg !== undefined) entferne(knopf.parentElement);
    if (neueQuelle !== undefined) quellen.beginne(knopf.parentElement.querySelector("select"));
    zeige();
    if (kopieren !== undefined) kopiere();
    if (speichern !== undefined) speichere();
  });
  form.addEventListener("input", () => {
    ungesichert = true;
    setze(hier("meldung"), "");
    zeige();
  });
  form.addEventListener("focusout", ({ target }) => {
    const e = target.closest("[data-feld]");
    if (!e || !e.isConnected) return;
    besucht.add(e);
    if (ergebnis) zeigeFehler();
  });
  form.addEventListener("submit", (e) => e.preventDefault());
  addEventListener("beforeunload", (e) => { if (ungesichert) e.preventDefault(); });

  const zitatfehler = formularZitate(daten, () => zeige());
  const quellen = formularQuellen({ form, worte: meldung, feldVon, lies: eingaben, fuegeHinzu });

  ergaenze(form);
  for (const e of form.querySelectorAll("[data-heute]")) e.value = formularWerte.heute();
  zeige();
  document.querySelector("[data-ohne-skript]").hidden = true;
  form.hidden = false;
})();
