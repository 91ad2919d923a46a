/* What is typed into the form: as the schema sees it, as YAML writes it, and what is wrong with it. */
const formularWerte = (() => {
  "use strict";
  const schlicht = (t) =>
    /^[a-z][a-z0-9-]*$/.test(t) && !/^(y|n|yes|no|true|false|on|off|null)$/.test(t);
  const tagEcht = (t) => {
    const tag = new Date(`${t}T00:00Z`);
    return !isNaN(tag) && tag.toISOString().startsWith(t);
  };
  const heute = () => new Date().toLocaleDateString("sv");
  // What an emoji or a script needs to join or part its signs stays with the sign before it, as in the model.
  const NOETIG = /\p{So}[\ufe0f\p{Emoji_Modifier}]*\u200d(?=\p{So})|[\p{So}\p{Sm}][\ufe0e\ufe0f]|[0-9#*]\ufe0f(?=\u20e3)|(?=\p{L})\p{Script=Arabic}\p{M}*[\u200c\u200d](?=(?=\p{L})\p{Script=Arabic})|[\u094d\u09cd\u0dca][\u200c\u200d](?=\p{L})/u;
  const UNSICHTBAR = /(?!\s)[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;
  const sauber = (t) =>
    t.replace(RegExp(`(${NOETIG.source})|${UNSICHTBAR.source}`, "gu"), "$1").replace(/\s+/g, " ").trim();
  const UMLAUTE = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  // The last part of the address of a page by value, as the build makes it.
  const anker = (t) =>
    t.toLowerCase().replace(/[äöüß]/g, (z) => UMLAUTE[z]).normalize("NFKD")
      .replace(/[^\0-\x7f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const zitiert = (t) => [t, JSON.stringify(t)];

  // By kind: the value, its YAML, and the name of a mistake that the schema cannot see.
  const arten = {
    kennung: (t) => (schlicht(t) ? [t, t] : zitiert(t)),
    wahl: (t) => arten.kennung(t),
    mehrwahl: (t) => arten.kennung(t),
    tag: (t) => (/^\d{4}-\d\d-\d\d$/.test(t) ? [t, t, t < "1900" ? "tag_frueh" : t > heute() && "zukunft"] : zitiert(t)),
    zeitpunkt(t) {
      const deutsch = /^(?:(\d\d?)\.\s*)?(\d\d?)[./]\s*(\d{4})$/.exec(t);
      if (deutsch) {
        const zwei = (z) => z.padStart(2, "0");
        t = [deutsch[3], zwei(deutsch[2]), deutsch[1] && zwei(deutsch[1])].filter(Boolean).join("-");
      }
      const teile = /^(19\d\d|20\d\d|2100)(-(?:0[1-9]|1[0-2])(-\d\d)?)?$/.exec(t);
      if (!teile || (teile[3] && !tagEcht(t))) return [...zitiert(t), "zeitpunkt"];
      if (!teile[2]) return [Number(t), t];
      return teile[3] ? [t, t] : zitiert(t);
    },
    vergangen(t) {
      const [wert, yaml, fehler] = arten.zeitpunkt(t);
      return [wert, yaml, fehler || (String(wert) > heute().slice(0, String(wert).length) && "zukunft")];
    },
    zahl(t) {
      // 1.250 could be a thousand or one and a quarter: the person decides.
      const zahl = /^-?(0|[1-9]\d*)([.,]\d+)?$/.test(t) && Number(t.replace(",", "."));
      if (zahl === false || /^-?\d+\.\d{3}$/.test(t) || !/^-?\d{1,15}(\.\d+)?$/.test(zahl)) return zitiert(t);
      // 12,125 is clear; 12.125 in the file would not be.
      return [zahl, String(zahl).replace(/^-?\d{1,3}\.\d{3}$/, "$&0")];
    },
  };

  return { als: (art, t) => (arten[art] || zitiert)(t), heute, sauber, anker };
})();
