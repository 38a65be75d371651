/** What becomes of a message: failed and somebody's task, still to go, gone, seen to by hand, no longer wanted. */
export const noticeStatuses = ['undelivered', 'waiting', 'sent', 'settled', 'withdrawn'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];
