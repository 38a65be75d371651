-- What is new waits outside this index until somebody tidies up, and every search goes through all that waits: after some
-- thousand people longer than through the index. A referral searches twice and adds two; so they are entered at once.
ALTER INDEX "person_match_keys_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('person_match_keys_idx');
