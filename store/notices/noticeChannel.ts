/** The channel on which a transaction that wrote notices wakes the dispatcher (`NOTIFY`). */
export const noticeChannel = 'notice';
