-- The second wall: whatever a query forgets, the database still asks for whom it runs.
GRANT SELECT, INSERT, UPDATE ON client, consent, plan, referral, attempt, check_in, listing, capacity TO kith_referral;
GRANT SELECT, INSERT ON history, disclosure, idempotency, audit_entry TO kith_referral;
GRANT SELECT, INSERT, DELETE ON client_key TO kith_referral;
GRANT SELECT, UPDATE ON attempt, referral TO kith_referral_clock;
GRANT SELECT, INSERT ON history, audit_entry TO kith_referral_clock;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox, inbox, inbox_position TO kith_referral, kith_referral_clock;
DO $$
BEGIN
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO kith_referral, kith_referral_clock', current_schema());
END
$$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['client', 'client_key', 'consent', 'plan', 'referral', 'attempt', 'history', 'disclosure', 'check_in']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['client', 'client_key', 'consent', 'plan', 'referral', 'attempt', 'disclosure', 'check_in']
    LOOP
        EXECUTE format('CREATE POLICY own_tenant ON %I TO kith_referral USING (tenant = (SELECT kith_tenant()))', name);
    END LOOP;
END
$$;

-- An organization sees what was offered to it, and through the offer what it needs to answer.
CREATE POLICY offered ON attempt TO kith_referral USING (organization_id = (SELECT kith_organization()));
CREATE POLICY offered ON referral TO kith_referral USING (EXISTS (
    SELECT FROM attempt a WHERE a.referral_id = referral.id AND a.organization_id = (SELECT kith_organization())));
CREATE POLICY offered ON consent FOR SELECT TO kith_referral USING (EXISTS (
    SELECT FROM attempt a WHERE a.consent_id = consent.id AND a.organization_id = (SELECT kith_organization())));
-- What it could read of the client ends when it said no, when the offer was taken back, and when consent is revoked.
CREATE POLICY offered ON client FOR SELECT TO kith_referral USING (EXISTS (
    SELECT FROM attempt a JOIN consent c ON c.id = a.consent_id
    WHERE a.client_id = client.id AND a.organization_id = (SELECT kith_organization())
      AND a.state NOT IN ('DECLINED', 'EXPIRED', 'WITHDRAWN') AND c.revoked_at IS NULL));
CREATE POLICY offered ON client_key FOR SELECT TO kith_referral USING (EXISTS (
    SELECT FROM attempt a JOIN consent c ON c.id = a.consent_id
    WHERE a.client_id = client_key.client_id AND a.organization_id = (SELECT kith_organization())
      AND a.state NOT IN ('DECLINED', 'EXPIRED', 'WITHDRAWN') AND c.revoked_at IS NULL));
CREATE POLICY offered ON disclosure FOR INSERT TO kith_referral
    WITH CHECK (organization_id = (SELECT kith_organization()));
CREATE POLICY offered ON check_in FOR INSERT TO kith_referral WITH CHECK (EXISTS (
    SELECT FROM attempt a WHERE a.referral_id = check_in.referral_id AND a.organization_id = (SELECT kith_organization())));

-- A history is seen and written with its referral.
CREATE POLICY with_referral ON history TO kith_referral
    USING (EXISTS (SELECT FROM referral r WHERE r.id = history.referral_id));

CREATE POLICY clock ON attempt TO kith_referral_clock USING (true);
CREATE POLICY clock ON referral TO kith_referral_clock USING (true);
CREATE POLICY clock ON history TO kith_referral_clock USING (true);
