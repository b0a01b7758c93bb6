import { PostStatus } from '../gql/graphql';

const names: Record<PostStatus, string> = { DRAFT: 'Draft', SCHEDULED: 'Scheduled', PUBLISHED: 'Published' };

export function StatusBadge({ status }: { status: PostStatus }) {
  return <span className={status === PostStatus.Published ? 'badge public' : 'badge'}>{names[status]}</span>;
}
