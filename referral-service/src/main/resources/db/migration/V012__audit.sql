-- Append-only, and chained by hashes per tenant: whoever changes, drops or reorders a row breaks the chain.
CREATE TABLE audit_head (
    chain    text PRIMARY KEY,
    position bigint NOT NULL,
    hash     bytea NOT NULL
);
CREATE TABLE audit_entry (
    chain      text NOT NULL,
    position   bigint NOT NULL,
    at         timestamptz NOT NULL,
    actor      text NOT NULL,
    actor_role text NOT NULL,
    action     text NOT NULL,
    object     text NOT NULL,
    status     int NOT NULL,
    previous   bytea NOT NULL,
    hash       bytea NOT NULL,
    PRIMARY KEY (chain, position)
);
CREATE INDEX audit_entry_at ON audit_entry (at DESC, chain, position);

CREATE FUNCTION audit_hash(e audit_entry) RETURNS bytea LANGUAGE sql STABLE
    RETURN sha256(e.previous || convert_to(
        jsonb_build_array(e.chain, e.position, extract(epoch FROM e.at)::text, e.actor, e.actor_role, e.action, e.object, e.status)::text,
        'UTF8'));

-- Runs as the owner, so that the service itself has no way to write a head or a hash.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO audit_head VALUES (NEW.chain, 0, '\x00') ON CONFLICT DO NOTHING;
    SELECT position + 1, hash INTO NEW.position, NEW.previous FROM audit_head WHERE chain = NEW.chain FOR UPDATE;
    NEW.hash := audit_hash(NEW);
    UPDATE audit_head SET position = NEW.position, hash = NEW.hash WHERE chain = NEW.chain;
    RETURN NEW;
END
$$;
CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- Names every row that does not fit; empty when the log is whole.
CREATE FUNCTION audit_broken() RETURNS TABLE (chain text, "position" bigint, problem text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    WITH linked AS (
        SELECT e, lag(e.hash, 1, '\x00'::bytea) OVER w AS expected, row_number() OVER w AS place
        FROM audit_entry e WINDOW w AS (PARTITION BY e.chain ORDER BY e.position)
    )
    SELECT (e).chain, (e).position,
           CASE WHEN (e).hash <> audit_hash(e) THEN 'changed' WHEN (e).position <> place THEN 'gap' ELSE 'unchained' END
    FROM linked
    WHERE (e).hash <> audit_hash(e) OR (e).previous <> expected OR (e).position <> place
    UNION ALL
    SELECT h.chain, h.position, 'missing'
    FROM audit_head h LEFT JOIN audit_entry e ON e.chain = h.chain AND e.position = h.position
    WHERE h.position > 0 AND (e.hash IS NULL OR e.hash <> h.hash)
    ORDER BY 1, 2
$$;
