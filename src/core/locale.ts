/** The languages that Inkstone writes to people in. */
export const locales = ['en', 'zh'] as const;

export type Locale = (typeof locales)[number];

/** Of our languages the one that an Accept-Language header likes best; English when it names none of them. */
export function preferredLocale(acceptLanguage = ''): Locale {
  const wishes = acceptLanguage.split(',').map((wish) => {
    const [language] = wish.trim().toLowerCase().split(/[-;]/);
    const quality = Number(/;\s*q=([\d.]+)/i.exec(wish)?.[1] ?? 1);
    return { locale: locales.find((locale) => locale === language), quality };
  });
  const [best] = wishes
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ locale }) => locale ?? []);
  return best ?? 'en';
}
