// Draws a hit: title, kind, field, and the passages that fit best with every match marked.
class SuchTreffer {
  static UMFELD = 70;

  // `worte` are the words of the page, `gesucht` the terms that were asked for.
  constructor(wissen, worte, gesucht) {
    this.wissen = wissen;
    this.worte = worte;
    this.gesucht = gesucht;
  }

  // The pieces of a sentence, with texts or elements in the places that it names.
  static setze(muster, werte) {
    return muster.split(/\{(\w+)\}/).map((teil, i) => (i % 2 ? werte[teil] : teil));
  }

  static neu(name, eigenschaften, ...kinder) {
    const element = Object.assign(document.createElement(name), eigenschaften);
    element.append(...kinder);
    return element;
  }

  zeichne(seite) {
    const { neu, setze } = SuchTreffer;
    const adresse = `../${seite.adresse}`;
    const kopf = neu("h2", { className: "treffer__titel" }, neu("a", { href: adresse }, ...this.#markiert(seite.titel)));
    const art = neu("p", { className: "treffer__art" }, seite.art);
    if (seite.feld) art.append(" · ", ...setze(this.worte.feld, { titel: seite.feld }));
    const eintrag = neu("li", { className: "treffer" }, kopf, art);
    for (const { passage, stuecke } of this.#beste(seite)) {
      if (passage.anker) {
        const link = neu("a", { href: `${adresse}#${passage.anker}` }, ...this.#markiert(passage.kopf));
        link.dataset.abschnitt = passage.anker;
        eintrag.append(neu("p", { className: "treffer__abschnitt" }, link));
      }
      eintrag.append(this.#absatz(passage, stuecke));
    }
    return eintrag;
  }

  // The three passages with most of what was asked for, or the first where only its hidden words match.
  #beste(seite) {
    const fuehrt = ([wort]) => suchWorte.woerter(wort).some((w) => this.wissen.trifft(w, this.gesucht));
    const gewiesen = new Set(seite.wege.filter(fuehrt).map((w) => w[2]));
    const passagen = seite.passagen
      .map((passage) => {
        const { stuecke, punkte } = this.#auszug(passage.text);
        const weg = passage.anker && gewiesen.has(passage.anker) ? 100 : 0;
        return { passage, stuecke, punkte: punkte + 2 * this.#auszug(passage.kopf).punkte + weg };
      })
      .filter(({ punkte }) => punkte);
    const [erste] = seite.passagen;
    if (!passagen.length) return [{ passage: erste, ...this.#auszug(erste.text) }];
    // Of what stands at one place, such as a Leitlinie and its proof, the first speaks for all.
    const jeStelle = new Map();
    for (const eine of passagen) {
      const vorn = jeStelle.get(eine.passage.anker);
      if (vorn) vorn.punkte = Math.max(vorn.punkte, eine.punkte);
      else jeStelle.set(eine.passage.anker, eine);
    }
    return [...jeStelle.values()].sort((a, b) => b.punkte - a.punkte).slice(0, 3);
  }

  #stellen(sichtbar) {
    return [...suchWorte.stellen(sichtbar)].filter((s) => this.wissen.trifft(s[0], this.gesucht));
  }

  // The pieces of a text, all of it or what stands between two places, with every match marked.
  #markiert(text, von = 0, bis = text.length) {
    const stuecke = [];
    let ende = von;
    for (const stelle of this.#stellen(text)) {
      const nach = stelle.index + stelle[0].length;
      if (stelle.index < von || nach > bis) continue;
      stuecke.push(text.slice(ende, stelle.index), SuchTreffer.neu("mark", {}, stelle[0]));
      ende = nach;
    }
    return [...stuecke, text.slice(ende, bis)];
  }

  // The words of a text around its first match; how much of it matches.
  #auszug(text) {
    const { UMFELD } = SuchTreffer;
    const sichtbar = suchWorte.sichtbar(text);
    const alle = this.#stellen(sichtbar);
    const erste = alle[0]?.index ?? 0;
    const von = erste > UMFELD ? Math.min(erste, sichtbar.indexOf(" ", erste - UMFELD) + 1) : 0;
    const grenze = von + 3 * UMFELD;
    let bis = sichtbar.length;
    const luecke = sichtbar.lastIndexOf(" ", grenze);
    if (bis > grenze) bis = luecke > von ? luecke : grenze;
    const stuecke = [von ? "… " : "", ...this.#markiert(sichtbar, von, bis), bis < sichtbar.length ? " …" : ""];
    const verschieden = new Set(alle.map((s) => this.wissen.grundform(suchWorte.gefaltet(s[0]))));
    return { stuecke, punkte: verschieden.size * 10 + alle.length };
  }

  // A Leitlinie says whose words it is, here as everywhere.
  #absatz({ wortlaut }, stuecke) {
    const { neu, setze } = SuchTreffer;
    const worte = wortlaut === "amtlich" ? setze(this.worte.zitat, { text: stuecke }).flat() : stuecke;
    const p = neu("p", { className: "treffer__text" }, ...worte);
    if (!wortlaut) return p;
    p.append(" ", neu("span", { className: `marke marke--${wortlaut}` }, this.worte[wortlaut]));
    p.dataset.wortlaut = wortlaut;
    return p;
  }
}
