-- Events leave and enter exactly with the transaction that they belong to.
-- The numbers V001 to V009 belong to this module; a service numbers its own migrations from V010.

CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     uuid        NOT NULL,
    topic        text        NOT NULL,
    key          text        NOT NULL,
    type         text        NOT NULL,
    subject      text,
    sequence     bigint      NOT NULL,
    occurred_at  timestamptz NOT NULL,
    -- The very bytes that go to Kafka; null is a tombstone.
    data         bytea
) WITH (
    -- Rows live for milliseconds: without this the head of the index fills with dead ones.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000
);

-- A trigger, so that nobody who writes a row can forget to wake the relay. PostgreSQL delivers the notice with the
-- commit, once per transaction.
CREATE FUNCTION outbox_wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER outbox_wake_relay AFTER INSERT ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake_relay();

-- The events that a consumer has taken, so that a second delivery changes nothing.
CREATE TABLE inbox (
    consumer     text        NOT NULL,
    event_id     text        NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);

CREATE INDEX inbox_received_at ON inbox (received_at);

-- The newest sequence that a consumer has seen of each key.
CREATE TABLE inbox_position (
    consumer  text   NOT NULL,
    key       text   NOT NULL,
    sequence  bigint NOT NULL,
    PRIMARY KEY (consumer, key)
);
