-- The service acts under roles of its own, so that row-level security holds even where it logs in as an owner.
-- Roles belong to the whole cluster: another database may have made them already.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kith_referral') THEN
        CREATE ROLE kith_referral NOLOGIN NOBYPASSRLS;
    END IF;
    -- What the clock does (reminders, expiry) is done for every tenant; it may see offers, never clients.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kith_referral_clock') THEN
        CREATE ROLE kith_referral_clock NOLOGIN NOBYPASSRLS;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
DO $$
BEGIN
    -- An operator may have made the roles and given them to us; then we have no right to give them to ourselves.
    IF NOT pg_has_role(current_user, 'kith_referral', 'SET') THEN
        EXECUTE format('GRANT kith_referral TO %I', current_user);
    END IF;
    IF NOT pg_has_role(current_user, 'kith_referral_clock', 'SET') THEN
        EXECUTE format('GRANT kith_referral_clock TO %I', current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO kith_referral, kith_referral_clock', current_schema());
END
$$;

-- For whom the transaction runs; null when nobody said, and then no policy lets a row through.
CREATE FUNCTION kith_tenant() RETURNS text LANGUAGE sql STABLE
    RETURN nullif(current_setting('kith.tenant', true), '');
CREATE FUNCTION kith_organization() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('kith.organization', true), '')::uuid;
