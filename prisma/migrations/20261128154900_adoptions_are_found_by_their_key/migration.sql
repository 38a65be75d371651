-- CreateIndex
CREATE INDEX "command_adoption_key_idx" ON "command"("key") WHERE (route = 'POST /adoptions'::text);
