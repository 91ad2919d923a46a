// How a question is understood: known words, parts, forms, and the nearest word for a mistake.
class SuchFrage {
  static FUGEN = ["", "s", "n", "en", "es"];
  static MINDESTENS = 4;
  static ARABISCHE_VORSILBE = /^[وبلفك]?(?:ال|ل(?=.{3}))/;

  constructor(wissen) {
    this.wissen = wissen;
  }

  // Words with the terms that meet them, none for one that is unknown, `wort` as it was typed; `korrektur` is the question if a word of it was mended.
  async verstehe(frage, genau) {
    // So long a text is no question: rather nothing than what meets a part of it.
    if (frage.length > 300) return { worte: [{ alle: [] }], korrektur: "" };
    const text = suchWorte.sichtbar(frage);
    const stellen = [...suchWorte.stellen(text)];
    const roh = stellen.map(([wort]) => wort);
    const worte = [];
    let korrektur = "";
    let bis = 0; // so much of the text is in it
    for (let i = 0; i < roh.length; i += 1) {
      const wort = suchWorte.gefaltet(roh[i]);
      if (this.wissen.fuellwoerter.has(wort) || /^[a-z]?$/.test(wort)) continue;
      let bedeutung = this.#bedeutung(wort);
      const naechstes = i + 1 < roh.length && suchWorte.gefaltet(roh[i + 1]);
      const zusammen = naechstes && this.#bekannt(wort + naechstes);
      if (zusammen) {
        // Two words that are one on the site: "Sprach Kurs"; each for itself means less.
        const einzeln = [bedeutung, this.#bedeutung(naechstes)];
        bedeutung = { ...zusammen, oder: einzeln.every(Boolean) ? einzeln.flatMap((b) => b.alle) : zusammen.oder };
        i += 1;
      }
      bedeutung ??= this.#beugung(wort);
      // A word such as "infos" or "cousine" is a filler where the site does not have it.
      if (!bedeutung && this.wissen.nebenbei.has(this.wissen.grundform(wort))) continue;
      if (!bedeutung && !genau) {
        const besser = await this.#aehnlich(wort);
        if (besser) {
          bedeutung = this.#bedeutung(besser.wort);
          korrektur += text.slice(bis, stellen[i].index) + besser.geschrieben;
          bis = stellen[i].index + roh[i].length;
        }
      }
      worte.push({ alle: [], wort: roh[i], ...bedeutung });
    }
    return { worte, korrektur: bis ? (korrektur + text.slice(bis)).trim() : "" };
  }

  // The terms of a word, all of which must stand on a page; `oder` do instead of them.
  #bedeutung(wort) {
    const bekannt = this.#bekannt(wort);
    if (bekannt) return bekannt;
    const teile = this.#teile(wort).map((teil) => this.wissen.worte.get(teil)?.term ?? this.#kurz(teil));
    // "Demokratieprojekt": what "Projekt" says beside another word.
    if (this.wissen.beiwoerter.has(teile[teile.length - 1])) teile.pop();
    return teile.length ? { alle: teile, nahe: true } : undefined;
  }

  #bekannt(wort) {
    const term = this.wissen.grundform(wort);
    return this.wissen.terme.has(term) ? { alle: [term], oder: this.wissen.teileVon.get(term) } : undefined;
  }

  // Known parts of an unknown word, or [].
  #teile(wort) {
    const { FUGEN, MINDESTENS } = SuchFrage;
    for (let ende = wort.length - MINDESTENS; ende >= MINDESTENS; ende -= 1) {
      const hinten = wort.slice(ende);
      const vorne = wort.slice(0, ende);
      const ohneFuge = FUGEN.filter((fuge) => vorne.endsWith(fuge)).map((fuge) => vorne.slice(0, ende - fuge.length));
      // "Jugendialog": where the parts meet, one of two same letters is often forgotten.
      for (const vorn of [...ohneFuge, wort.slice(0, ende + 1)]) {
        if (!this.#beginnt(vorn)) continue;
        const term = this.wissen.grundform(hinten);
        const rest = this.#istTeil(term) || this.wissen.beiwoerter.has(term) ? [hinten] : this.#teile(hinten);
        if (rest.length) return [vorn, ...rest];
      }
    }
    return [];
  }

  #beginnt(vorn) {
    if (vorn.length < SuchFrage.MINDESTENS) return false;
    return ["", "e", "en"].some((endung) => {
      const wort = this.wissen.worte.get(vorn + endung);
      return wort && !wort.fremd && this.#istTeil(wort.term);
    });
  }

  #istTeil(term) {
    return this.wissen.nomen.has(term) && !this.wissen.keineTeile.has(term);
  }

  #kurz(teil) {
    const { worte } = this.wissen;
    return (worte.get(`${teil}e`) ?? worte.get(`${teil}en`))?.term ?? this.wissen.grundform(teil);
  }

  // Forms that the stem does not reach, by the rules of macros/suche/ableitung.py: "erziehen", "Demografie"; "помощта".
  #beugung(wort) {
    if (this.wissen.ohneFormen.has(this.wissen.grundform(wort))) return undefined;
    const nochmal = wort.length > 7 && this.#bekannt(suchWorte.stamm(wort));
    if (nochmal) return nochmal;
    for (const [muster, ...formen] of this.wissen.regeln) {
      for (const form of muster.test(wort) ? formen : []) {
        const bekannt = this.#bekannt(wort.replace(muster, form));
        if (bekannt) return bekannt;
      }
    }
    return this.#fremd(wort);
  }

  // A foreign word whose beginning is the same, and whose end is an ending of its language.
  #fremd(wort) {
    const { worte, endungen } = this.wissen;
    const [ohne, mindestens] = /^\p{Script=Arabic}/u.test(wort)
      ? [wort.replace(SuchFrage.ARABISCHE_VORSILBE, ""), 3]
      : [wort, 4];
    let bestes;
    for (const [anderes, { term, fremd }] of worte) {
      if (!fremd || anderes.slice(0, mindestens - 1) !== ohne.slice(0, mindestens - 1)) continue;
      let gleich = mindestens - 1;
      while (gleich < ohne.length && ohne[gleich] === anderes[gleich]) gleich += 1;
      if (gleich < mindestens || !endungen.has(ohne.slice(gleich)) || !endungen.has(anderes.slice(gleich))) continue;
      const rest = ohne.length + anderes.length - 2 * gleich;
      if (!bestes || rest < bestes.rest) bestes = { rest, term };
    }
    return bestes && { alle: [bestes.term] };
  }

  // Tells whether two words have the same first two letters, in any order, or the same last three.
  static #beruehrt(a, b) {
    return a.slice(-3) === b.slice(-3) || a.startsWith(b.slice(0, 2)) || (a[0] === b[1] && a[1] === b[0]);
  }

  // The nearest word of the site, or undefined; a real word is no mistake.
  async #aehnlich(wort) {
    if (wort.length < SuchFrage.MINDESTENS || /\p{N}/u.test(wort) || (await this.wissen.istEcht(wort))) return undefined;
    const zwei = wort.length > 5;
    let bestes;
    for (const [anderes, { geschrieben, fremd, oft, nennt }] of this.wissen.worte) {
      if (anderes.length < SuchFrage.MINDESTENS || (fremd && !zwei)) continue;
      const hoechstens = zwei && nennt && !fremd && SuchFrage.#beruehrt(wort, anderes) ? 2 : 1;
      const abstand = suchWorte.abstand(wort, anderes, hoechstens);
      if (abstand === Infinity) continue;
      const anfang = wort[0] === anderes[0] ? 0 : 1;
      const rang = abstand * 10 + anfang * 5 + Math.abs(wort.length - anderes.length) - Math.min(oft, 99) / 100;
      if (!bestes || rang < bestes.rang) bestes = { rang, geschrieben, wort: anderes };
    }
    return bestes;
  }
}
