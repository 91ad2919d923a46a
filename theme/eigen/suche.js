// The page /suche/: asks, draws the hits, keeps address and Back in step.
(() => {
  "use strict";
  const hier = document.querySelector("[data-suche-seite]");
  const form = document.querySelector("form[data-suche]");
  if (!hier || !form) return;
  const teil = (name) => hier.querySelector(`[data-suche-${name}]`);
  const [status, korrektur, hilfe, gestoert, mehr] = ["status", "korrektur", "hilfe", "gestoert", "mehr"].map(teil);
  const liste = hier.querySelector("[data-suchergebnisse]");
  const worte = hier.dataset;
  const { verzeichnis } = document.currentScript.dataset;
  const AUF_EINMAL = 20;
  const PASSAGEN = 3;
  const UMFELD = 70;
  let geladen; // the promise of what the search knows, kept for the next question
  let da; // what it gave

  const setze = (muster, werte) => muster.replace(/\{(\w+)\}/g, (_, name) => werte[name]);
  function neu(name, eigenschaften = {}, ...kinder) {
    const element = Object.assign(document.createElement(name), eigenschaften);
    element.append(...kinder);
    return element;
  }

  function lade() {
    geladen ??= fetch(verzeichnis)
      .then((antwort) => (antwort.ok ? antwort.json() : Promise.reject(new Error(antwort.status))))
      .then((daten) => new SuchWissen(daten, miniSearch.MiniSearch));
    return geladen;
  }

  // The words of a text around its first match, with every match marked; how many there are.
  function auszug(text, gesucht) {
    const sichtbar = suchWorte.sichtbar(text);
    const alle = gesucht.size ? [...suchWorte.stellen(sichtbar)].filter((s) => da.trifft(s[0], gesucht)) : [];
    const erste = alle[0]?.index ?? 0;
    let von = erste > UMFELD ? sichtbar.indexOf(" ", erste - UMFELD) + 1 : 0;
    if (von > erste) von = erste;
    let bis = sichtbar.length > von + 3 * UMFELD ? sichtbar.lastIndexOf(" ", von + 3 * UMFELD) : sichtbar.length;
    if (bis <= von) bis = Math.min(sichtbar.length, von + 3 * UMFELD);
    const stuecke = [von ? "… " : ""];
    let ende = von;
    for (const stelle of alle) {
      const nach = stelle.index + stelle[0].length;
      if (stelle.index < von || nach > bis) continue;
      stuecke.push(sichtbar.slice(ende, stelle.index), neu("mark", { textContent: stelle[0] }));
      ende = nach;
    }
    stuecke.push(sichtbar.slice(ende, bis), bis < sichtbar.length ? " …" : "");
    const verschieden = new Set(alle.map((s) => da.grundform(suchWorte.gefaltet(s[0]))));
    return { stuecke, punkte: verschieden.size * 10 + alle.length };
  }

  function absatz(passage, stuecke) {
    const p = neu("p", { className: "treffer__text" }, ...stuecke);
    if (!passage.wortlaut) return [p];
    if (passage.wortlaut === "amtlich") {
      p.prepend("„");
      p.append("“");
    }
    const marke = worte[`wortlaut${passage.wortlaut[0].toUpperCase()}${passage.wortlaut.slice(1)}`];
    p.append(" ", neu("span", { className: `marke marke--${passage.wortlaut}`, textContent: marke }));
    p.dataset.wortlaut = passage.wortlaut;
    return [p];
  }

  function zeichne(seite, gesucht) {
    const adresse = `../${seite.adresse}`;
    const gewiesen = new Set(
      seite.wege.filter(([wort]) => suchWorte.woerter(wort).some((w) => da.trifft(w, gesucht))).map((w) => w[2]),
    );
    const passagen = seite.passagen
      .map((passage, nummer) => {
        const fund = auszug(passage.text, gesucht);
        const kopf = auszug(passage.kopf, gesucht);
        const weg = passage.anker && gewiesen.has(passage.anker) ? 100 : 0;
        return { passage, nummer, stuecke: fund.stuecke, punkte: fund.punkte + 2 * kopf.punkte + weg };
      })
      .filter(({ punkte }) => punkte)
      .sort((a, b) => b.punkte - a.punkte || a.nummer - b.nummer);
    const beste = passagen.length ? passagen.slice(0, PASSAGEN) : [{ passage: seite.passagen[0], stuecke: auszug(seite.passagen[0].text, new Set()).stuecke }];
    const kopf = neu("h2", { className: "treffer__titel" }, neu("a", { href: adresse, textContent: seite.titel }));
    const art = neu("p", { className: "treffer__art", textContent: seite.art });
    if (seite.feld) art.append(" · ", setze(worte.feld, { titel: seite.feld }));
    const eintrag = neu("li", { className: "treffer" }, kopf, art);
    for (const { passage, stuecke } of beste) {
      if (passage.anker) {
        const link = neu("a", { href: `${adresse}#${passage.anker}`, textContent: passage.kopf });
        link.dataset.abschnitt = passage.anker;
        eintrag.append(neu("p", { className: "treffer__abschnitt" }, link));
      }
      eintrag.append(...absatz(passage, stuecke));
    }
    return eintrag;
  }

  function zeige(seiten, gesucht) {
    const schub = seiten.slice(liste.children.length, liste.children.length + AUF_EINMAL);
    liste.append(...schub.map((seite) => zeichne(seite, gesucht)));
    mehr.hidden = liste.children.length >= seiten.length;
    mehr.onclick = () => {
      const vorher = liste.children.length;
      zeige(seiten, gesucht);
      liste.children[vorher].querySelector("a").focus();
    };
  }

  function adresse(frage, genau) {
    const werte = new URLSearchParams({ q: frage });
    if (genau) werte.set("genau", "ja");
    return `?${werte}`;
  }

  function melde(frage, { worte: gefragt, korrektur: besser }, anzahl) {
    const gekuerzt = frage.length > 60 ? `${frage.slice(0, 60)} …` : frage;
    const werte = { zahl: anzahl, frage: `„${besser || gekuerzt}“` };
    let satz = anzahl === 1 ? worte.trefferEins : worte.treffer;
    if (!anzahl) satz = gefragt.length ? worte.keine : worte.nurFuellwoerter;
    status.textContent = setze(satz, werte);
    korrektur.replaceChildren();
    if (besser) {
      const zurueck = neu("a", { href: adresse(frage, true), textContent: gekuerzt });
      zurueck.dataset.sucheGenau = "";
      korrektur.append(`${worte.ergebnisseFuer} `, neu("strong", { textContent: `„${besser}“` }), `. ${worte.stattdessen} `, zurueck);
    }
    korrektur.hidden = !besser;
    hilfe.hidden = Boolean(anzahl);
  }

  async function suche() {
    const werte = new URLSearchParams(location.search);
    const frage = (werte.get("q") ?? "").trim();
    form.elements.q.value = frage;
    for (const element of [korrektur, gestoert, mehr]) element.hidden = true;
    hilfe.hidden = Boolean(frage);
    liste.replaceChildren();
    liste.dataset.anzahl = "0";
    liste.hidden = !frage;
    status.textContent = "";
    if (frage) {
      liste.setAttribute("aria-busy", "true");
      try {
        da = await lade();
        const verstanden = da.verstehe(frage, werte.get("genau") === "ja");
        const seiten = da.finde(verstanden.worte, werte.get("wege") === "nein");
        const gesucht = new Set(verstanden.worte.flatMap((w) => [...w.alle, ...(w.oder ?? [])]));
        zeige(seiten, gesucht);
        liste.dataset.anzahl = String(seiten.length);
        melde(frage, verstanden, seiten.length);
      } catch {
        geladen = undefined;
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
