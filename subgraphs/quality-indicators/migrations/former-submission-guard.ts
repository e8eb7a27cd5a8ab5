/** The steps of a submission before withdrawals and approvals taken back: what the migration of the workflow gives back. */
export const formerSubmissionGuard = `
  CREATE OR REPLACE FUNCTION quality_indicators.guard_submission() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  DECLARE
    subject text := quality_indicators.caller_subject();
    sent quality_indicators.submission_revision;
    legal quality_indicators.submission := OLD;
    is_allowed boolean;
  BEGIN
    IF current_user = 'hub_establishment' THEN
      is_allowed := NEW.state IN ('DRAFT', 'SUBMITTED');
      legal.state := NEW.state;
      legal.current_revision := OLD.current_revision + 1;
    ELSIF OLD.state = 'SUBMITTED' AND NEW.state = 'APPROVED' THEN
      SELECT * INTO sent FROM quality_indicators.submission_revision
        WHERE submission = OLD.id AND revision = OLD.current_revision;
      is_allowed := quality_indicators.caller_has_scope('steward:collect')
        AND sent.submitted_by <> subject AND NEW.approved_at >= sent.submitted_at;
      legal.state := 'APPROVED';
      legal.approved_revision := OLD.current_revision;
      legal.approved_by := subject;
      legal.approved_at := NEW.approved_at;
    ELSIF OLD.state = 'SUBMITTED' AND NEW.state = 'RETURNED' THEN
      is_allowed := quality_indicators.caller_has_scope('steward:collect');
      legal.state := 'RETURNED';
    ELSE
      is_allowed := quality_indicators.caller_has_scope('steward:publish')
        AND OLD.approved_by <> subject AND OLD.state <> 'WITHDRAWN';
      legal.state := CASE OLD.state WHEN 'APPROVED' THEN 'PUBLISHED' ELSE OLD.state END;
      legal.published_revision := OLD.approved_revision;
    END IF;
    IF subject IS NULL OR is_allowed IS NOT TRUE OR NEW IS DISTINCT FROM legal THEN
      RAISE insufficient_privilege
        USING MESSAGE = format('submission: not a step of this caller (%s to %s)', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
  END $$;
`;
