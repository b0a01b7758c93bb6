import { registerEnumType } from 'type-graphql';

export enum Visibility {
  PRIVATE = 'PRIVATE',
  UNLISTED = 'UNLISTED',
  PUBLIC = 'PUBLIC',
}

registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'Who may see an image or an album.',
  valuesConfig: {
    PRIVATE: {
      description:
        'Its owner, and whoever the owner shares it with; everyone as long as a published post or a profile shows it.',
    },
    UNLISTED: { description: 'Whoever knows its id or URL. It is in no list of others.' },
    PUBLIC: { description: 'Everyone.' },
  },
});
