-- The audit log as a chain: each entry's hash covers its content and the hash of the entry before it.

-- What was recorded before there was a chain stays as it is.
ALTER TABLE audit RENAME TO audit_unchained;

-- Not bank_id: an entry belongs to the service, also where it is about a bank.
CREATE TABLE audit (
    seq           bigint NOT NULL PRIMARY KEY,
    at            timestamptz NOT NULL,
    principal     text NOT NULL,
    role          text NOT NULL,
    about_bank    int,
    action        text NOT NULL,
    outcome       text NOT NULL,
    detail        text NOT NULL,
    previous_hash text NOT NULL,
    hash          text NOT NULL
);

CREATE FUNCTION audit_field(value text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN octet_length(convert_to(value, 'UTF8'))::text || ':' || value;

-- Number, time and hashes are the database's to give: a writer cannot choose them. One writer at a time, to the end of
-- its transaction; so the entry before is the last one committed.
CREATE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_seq  bigint;
    last_hash text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit', 0));
    SELECT a.seq, a.hash INTO last_seq, last_hash FROM audit a ORDER BY a.seq DESC LIMIT 1;
    NEW.seq := COALESCE(last_seq, 0) + 1;
    NEW.at := clock_timestamp();
    NEW.previous_hash := COALESCE(last_hash, repeat('0', 64));
    NEW.hash := encode(sha256(convert_to(
        audit_field(NEW.seq::text)
        || audit_field((extract(epoch FROM NEW.at) * 1000000)::bigint::text)
        || audit_field(NEW.principal)
        || audit_field(NEW.role)
        || audit_field(COALESCE(NEW.about_bank::text, ''))
        || audit_field(NEW.action)
        || audit_field(NEW.outcome)
        || audit_field(NEW.detail)
        || audit_field(NEW.previous_hash), 'UTF8')), 'hex');
    RETURN NEW;
END
$$;

CREATE TRIGGER audit_link BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_link();

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log only grows: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
