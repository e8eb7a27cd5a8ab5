/**
 * SQL for the instant at which a submission was first submitted, drafts aside; null before that. What follows,
 * a return, a correction or an approval, changes nothing in it. `submission` names the row outside.
 */
export const firstSubmittedAt = `(
  SELECT min(sent.submitted_at) FROM quality_indicators.submission_revision AS sent
  WHERE sent.submission = submission.id AND sent.mode = 'SUBMIT')`;
