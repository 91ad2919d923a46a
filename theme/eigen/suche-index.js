// The index over the documents: which pages meet a question, the best first.
class SuchIndex {
  static FELDER = { titel: 6, w1: 9, w2: 7, w3: 3, kopf: 2.5, text: 1 };
  static TEIL = "+"; // marks a term that is only a part of a word

  #folgen = new Map(); // text -> where each of its terms stands

  constructor(wissen) {
    this.wissen = wissen;
    this.index = new miniSearch.MiniSearch({
      fields: Object.keys(SuchIndex.FELDER),
      tokenize: (text) => suchWorte.woerter(text).map(suchWorte.gefaltet),
      processTerm: (wort) => wissen.termeVon(wort)?.map((term, i) => (i ? SuchIndex.TEIL : "") + term),
    });
  }

  add(dokument) {
    this.index.add(dokument);
  }

  // Pages that meet every word, the best first. Beside others, a word like "Hilfe" is a filler,
  // and so is who asks ("Mutter"), who still counts beside "Hilfe".
  finde(worte, ohneWege) {
    if (!worte.length || !worte.every((w) => w.alle.length)) return [];
    const ohne = (liste) => worte.filter((w) => !w.alle.every((term) => liste.has(term)));
    const gefragt = [ohne(this.wissen.nebenbei), ohne(this.wissen.beiwoerter), worte].find((w) => w.length);
    return this.#geordnet(this.#suche(gefragt, ohneWege), gefragt);
  }

  #suche(worte, ohneWege) {
    const oder = (queries) => ({ combineWith: "OR", queries });
    const und = (queries, mehr) => ({ combineWith: "AND", queries, ...mehr });
    const alles = (terme) => terme.map((term) => oder([term, SuchIndex.TEIL + term]));
    const teil = (w) =>
      oder([und(alles(w.alle)), ...(w.oder ? [und(alles(w.oder), { boostDocument: () => 0.05 })] : [])]);
    return this.index.search(und(worte.map(teil)), {
      fields: Object.keys(SuchIndex.FELDER).filter((f) => !ohneWege || !/^w\d$/.test(f)),
      boost: SuchIndex.FELDER,
      tokenize: (text) => [text],
      processTerm: (term) => term,
      boostDocument: (id) => this.wissen.dokumente[id].gewicht,
      boostTerm: (term) => (term.startsWith(SuchIndex.TEIL) ? 0.3 : 1),
    });
  }

  // Words asked side by side count three times where they stand side by side; parts of a compound
  // that the site does not know count only with at most four other words between.
  #geordnet(treffer, worte) {
    const nahe = worte.filter((w) => w.nahe).map((w) => w.alle);
    const paare = worte.slice(1).map((w, i) => [...worte[i].alle, ...w.alle]);
    const bleibt = treffer.filter(({ id }) => nahe.every((g) => this.#beisammen(id, g, 4)));
    const punkte = ({ id, score }) =>
      paare.reduce((p, paar) => (this.#beisammen(id, paar, 0) ? p * 3 : p), score);
    return bleibt
      .map((t) => ({ seite: this.wissen.dokumente[t.id], punkte: punkte(t) }))
      .sort((a, b) => b.punkte - a.punkte)
      .map(({ seite }) => seite);
  }

  // Tells whether all terms lead to a page, or stand in one of its texts with at most so many
  // other words between.
  #beisammen(id, terme, dazwischen) {
    const { titel, passagen, w1, w2, w3 } = this.wissen.dokumente[id];
    if (dazwischen) {
      const ganze = new Set(suchWorte.woerter(`${titel} ${w1} ${w2} ${w3}`).map((w) => this.wissen.grundform(suchWorte.gefaltet(w))));
      if (terme.every((term) => ganze.has(term))) return true;
    }
    const weite = terme.length - 1 + dazwischen;
    const stehen = (text) => {
      const stellen = terme.map((term) => this.#stellen(text).get(term));
      if (stellen.some((s) => !s)) return false;
      return stellen[0].some((mitte) => {
        const naechste = stellen.map((s) => s.reduce((a, b) => (Math.abs(b - mitte) < Math.abs(a - mitte) ? b : a)));
        return Math.max(...naechste) - Math.min(...naechste) <= weite;
      });
    };
    return [titel, ...passagen.flatMap((p) => [p.kopf, p.text])].some(stehen);
  }

  // Where each term of a text stands.
  #stellen(text) {
    let stellen = this.#folgen.get(text);
    if (!stellen) {
      stellen = new Map();
      suchWorte.woerter(text).forEach((wort, i) => {
        for (const term of this.wissen.termeVon(suchWorte.gefaltet(wort)) ?? []) {
          stellen.set(term, [...(stellen.get(term) ?? []), i]);
        }
      });
      this.#folgen.set(text, stellen);
    }
    return stellen;
  }
}
