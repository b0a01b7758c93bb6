import type { AccountMails } from './account-mails.js';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const notYou =
  'If this was not you, set a new password at once: that signs everybody else out of your account.';

export const english: AccountMails = {
  confirmAddress: ({ username, path }) => ({
    subject: 'Confirm your e-mail address',
    greeting: `Hello ${username},`,
    paragraphs: ['This e-mail address was given for your account. Please confirm that it is yours.'],
    link: { label: 'Confirm the address', path },
    remarks: [
      'The link works once, for 24 hours.',
      'If you know nothing of this account, leave the mail alone: without you the address is not confirmed.',
    ],
  }),

  resetPassword: ({ username, path }) => ({
    subject: 'Set a new password',
    greeting: `Hello ${username},`,
    paragraphs: ['Somebody, we hope you, asked for a new password for your account.'],
    link: { label: 'Set a new password', path },
    remarks: [
      'The link works once, for 30 minutes. Only the newest one works.',
      'If it was not you, leave the mail alone: your password stays as it is.',
    ],
  }),

  passwordChanged: ({ username, path, when }) => ({
    subject: 'Your password was changed',
    greeting: `Hello ${username},`,
    paragraphs: [
      `The password of your account was changed on ${time.format(when)} UTC. All other devices were signed out.`,
      notYou,
    ],
    link: { label: 'Set a new password', path },
    remarks: [],
  }),

  passwordReset: ({ username, path, when }) => ({
    subject: 'Your password was reset',
    greeting: `Hello ${username},`,
    paragraphs: [
      `A new password was set for your account on ${time.format(when)} UTC, with a link from a mail. All other devices were signed out.`,
      notYou,
    ],
    link: { label: 'Set a new password', path },
    remarks: [],
  }),
};
