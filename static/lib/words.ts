/** Words by language. A page gives its catalogues; a key that one lacks is said in English rather than not at all. */

export type Catalogue = Readonly<Record<string, string>>;
/** Catalogues by language tag; English is always there. */
export type Catalogues = Readonly<{ en: Catalogue; [language: string]: Catalogue }>;
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** `words(catalogues, "es")("seen", { name: "Dr. Okoye" })`. With `count: 1` the key `….one` comes first. */
export function words(catalogues: Catalogues, language: string): Say {
  const own = catalogues[language] ?? catalogues[language.split("-")[0] ?? "en"] ?? catalogues.en;
  return (key, values = {}) => {
    const form = "count" in values && Number(values.count) === 1 ? `${key}.one` : key;
    const text = own[form] ?? own[key] ?? catalogues.en[form] ?? catalogues.en[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  };
}
