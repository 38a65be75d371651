-- CreateIndex
CREATE INDEX "further_abuse_report_case_id_idx" ON "further_abuse_report"("case_id");
