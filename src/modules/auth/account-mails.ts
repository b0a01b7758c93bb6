import type { Locale } from '../../core/locale.js';
import type { Letter } from '../../platform/letter.js';
import { english } from './account-mails.en.js';
import { chinese } from './account-mails.zh.js';

/** What a mail is about: whom it is for, the page it leads to, and when it happened. */
type Details = { username: string; path: string; when: Date };

type MailName = 'confirmAddress' | 'resetPassword' | 'passwordChanged' | 'passwordReset';

/** The mails about accounts, in one language. */
export type AccountMails = Record<MailName, (details: Details) => Omit<Letter, 'locale'>>;

const catalogues: Record<Locale, AccountMails> = { en: english, zh: chinese };

/**
 * A letter to a user, in their language. It calls them by their username: a display name can be any text, and
 * whoever registers with a stranger's address could have us send it there.
 */
export const letterTo = (
  { locale, username }: { locale: Locale; username: string },
  name: MailName,
  details: Omit<Details, 'username'>,
): Letter => ({ locale, ...catalogues[locale][name]({ username, ...details }) });
