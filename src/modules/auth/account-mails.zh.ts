import type { AccountMails } from './account-mails.js';

const time = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const notYou = '如果不是您本人操作，请立即设置新密码：这样其他人就会从您的账号中退出。';

export const chinese: AccountMails = {
  confirmAddress: ({ username, path }) => ({
    subject: '请确认您的邮箱地址',
    greeting: `${username}，您好！`,
    paragraphs: ['您的账号填写了这个邮箱地址，请确认它属于您。'],
    link: { label: '确认邮箱地址', path },
    remarks: [
      '此链接只能使用一次，24 小时内有效。',
      '如果您并不知道这个账号，请忽略本邮件：没有您的确认，这个地址不会生效。',
    ],
  }),

  resetPassword: ({ username, path }) => ({
    subject: '设置新密码',
    greeting: `${username}，您好！`,
    paragraphs: ['有人（希望是您本人）请求为您的账号设置新密码。'],
    link: { label: '设置新密码', path },
    remarks: [
      '此链接只能使用一次，30 分钟内有效；只有最新的一个链接有效。',
      '如果不是您本人请求，请忽略本邮件：您的密码不会改变。',
    ],
  }),

  passwordChanged: ({ username, path, when }) => ({
    subject: '您的密码已修改',
    greeting: `${username}，您好！`,
    paragraphs: [`您的账号密码已于 ${time.format(when)}（UTC）修改，其他设备均已退出登录。`, notYou],
    link: { label: '设置新密码', path },
    remarks: [],
  }),

  passwordReset: ({ username, path, when }) => ({
    subject: '您的密码已重置',
    greeting: `${username}，您好！`,
    paragraphs: [
      `您的账号已于 ${time.format(when)}（UTC）通过邮件中的链接设置了新密码，其他设备均已退出登录。`,
      notYou,
    ],
    link: { label: '设置新密码', path },
    remarks: [],
  }),
};
