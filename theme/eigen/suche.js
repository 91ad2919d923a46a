// The page /suche/: asks, shows the hits that fit the choice, keeps address and Back in step.
(() => {
  "use strict";
  const hier = document.querySelector("[data-suche-seite]");
  const form = document.querySelector("form[data-suche]");
  const { neu, setze } = SuchTreffer;
  const teil = (name) => hier.querySelector(`[data-suche-${name}]`);
  const [status, korrektur, hilfe, gestoert, mehr, einzeln] = ["status", "korrektur", "hilfe", "gestoert", "mehr", "einzeln"].map(teil);
  const liste = hier.querySelector("[data-suchergebnisse]");
  const gruppen = hier.querySelector("[data-auswahl]");
  const worte = hier.dataset;
  const { title } = document;
  const { bibliothek, verzeichnis } = document.currentScript.dataset;
  const auswahl = new Auswahl(gruppen, () => zeige(true));
  const AUF_EINMAL = 20;
  let geladen; // the promise of what the search knows, kept for the next question
  let zuletzt = 0; // the number of the newest question
  let antwort; // the question as it was understood, all its pages, and who draws them

  const hole = (ort) => fetch(ort).then((datei) => (datei.ok ? datei.text() : Promise.reject()));
  const daneben = (name) => hole(new URL(name, new URL(verzeichnis, location.href)));
  const lade = async () => {
    const [daten] = await Promise.all([hole(verzeichnis), nachladen(bibliothek)]);
    return new SuchWissen(JSON.parse(daten), daneben).lies();
  };
  const adresse = (q, mehr) => `?${new URLSearchParams({ q, ...mehr })}`;
  const gekuerzt = (text) => text.replace(/^(.{60}).+/su, "$1 …");
  // In its own direction, whatever that of the words around it.
  const gezeigt = (text) => neu("bdi", {}, gekuerzt(text));

  // Draws the pages of the answer that fit the choice; `bekannt`: whether all of it is known here.
  function zeige(bekannt) {
    const seiten = auswahl.siebe(antwort.seiten, (seite) => seite.merkmale);
    liste.replaceChildren();
    liste.dataset.anzahl = seiten.length;
    setzeFort(seiten);
    mehr.onclick = () => {
      const vorher = liste.children.length;
      setzeFort(seiten);
      liste.children[vorher].querySelector("a").focus();
    };
    hilfe.hidden = antwort.seiten.length > 0;
    gruppen.hidden = !hilfe.hidden;
    status.replaceChildren(...satz(seiten.length), bekannt ? "" : ` ${worte.unbekannt}`);
  }

  function setzeFort(seiten) {
    const bisher = liste.children.length;
    liste.append(...seiten.slice(bisher, bisher + AUF_EINMAL).map((seite) => antwort.treffer.zeichne(seite)));
    mehr.hidden = liste.children.length >= seiten.length;
  }

  function satz(anzahl) {
    const { frage, verstanden, seiten } = antwort;
    let name = anzahl === 1 ? "trefferEins" : "treffer";
    if (anzahl < seiten.length) name = anzahl ? "trefferVon" : "trefferNichts";
    if (!seiten.length) name = verstanden.worte.length ? "keine" : "nurFuellwoerter";
    return setze(worte[name], { zahl: anzahl, alle: seiten.length, frage: gezeigt(verstanden.korrektur || frage) });
  }

  // Says which word was mended, with the way back to what was typed.
  function zeigeKorrektur() {
    const { frage, verstanden } = antwort;
    korrektur.hidden = !verstanden.korrektur;
    const zurueck = neu("a", { href: adresse(frage, { genau: "ja" }) }, gezeigt(frage));
    const besser = neu("strong", {}, ...setze(worte.zitat, { text: gezeigt(verstanden.korrektur) }));
    korrektur.replaceChildren(...setze(worte.korrektur, { besser, zurueck }));
  }

  function beantworte(da, frage, verstanden, seiten, werte) {
    // What finds nothing either is no better than what was typed.
    if (!seiten.length) verstanden.korrektur = "";
    const gesucht = new Set(verstanden.worte.flatMap((w) => [...w.alle, ...(w.oder ?? [])]));
    antwort = { frage, verstanden, seiten, treffer: new SuchTreffer(da, worte, gesucht) };
    zeigeKorrektur();
    // Where no page has all words, each that some page has may be asked alone.
    const links = (seiten.length ? [] : verstanden.worte)
      .filter((w) => da.index.finde([w]).length)
      .map(({ wort }) => neu("a", { href: adresse(wort) }, wort));
    einzeln.hidden = !links.length;
    einzeln.lastChild.replaceChildren(...links);
    zeige(auswahl.lies(werte));
  }

  async function suche() {
    zuletzt += 1;
    const meine = zuletzt;
    const werte = new URLSearchParams(location.search);
    // Without what is unseen.
    const roh = werte.get("q") ?? "";
    const frage = roh.replace(/\p{Bidi_C}/gu, "").replace(/\p{Cc}/gu, " ").trim();
    form.elements.q.value = frage;
    document.title = frage ? `${gekuerzt(frage)} – ${title}` : title;
    for (const element of [gruppen, korrektur, gestoert, mehr, einzeln]) element.hidden = true;
    hilfe.hidden = Boolean(frage);
    liste.replaceChildren();
    liste.dataset.anzahl = 0;
    liste.hidden = !frage;
    status.textContent = frage ? worte.sucht : "";
    if (frage) {
      liste.setAttribute("aria-busy", "true");
      try {
        const da = await (geladen ??= lade());
        const verstanden = await da.frage.verstehe(frage, werte.get("genau") === "ja");
        const seiten = da.index.finde(verstanden.worte, werte.get("wege") === "nein");
        await SuchWissen.pause();
        // Whoever asked again meanwhile wants the newer answer only.
        if (meine !== zuletzt) return;
        beantworte(da, frage, verstanden, seiten, werte);
      } catch {
        geladen = undefined;
        if (meine !== zuletzt) return;
        status.textContent = "";
        gestoert.hidden = false;
      }
    }
    liste.setAttribute("aria-busy", "false");
  }

  teil("ohne").hidden = true;
  form.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    const ziel = adresse(form.elements.q.value.trim());
    if (ziel !== location.search) history.pushState(null, "", ziel);
    suche();
  });
  window.addEventListener("popstate", suche);
  suche();
})();
