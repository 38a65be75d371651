-- CreateIndex
CREATE INDEX "action_open_owner_idx" ON "action"("owner_id") WHERE (status = 'open');
