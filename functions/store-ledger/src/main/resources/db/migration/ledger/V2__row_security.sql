-- Every table and partition with a bank_id shows and takes the rows of one bank: the one that the transaction names in
-- app.bank_id. FORCE, because a table's owner is exempt otherwise. NULLIF, because a transaction-local setting leaves
-- an empty string behind on the connection, which is no number.
DO $$
DECLARE
    tenant_table regclass;
BEGIN
    FOR tenant_table IN
        SELECT c.oid
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'bank_id' AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY one_bank ON %s '
            'USING (bank_id = NULLIF(current_setting(''app.bank_id'', true), '''')::int) '
            'WITH CHECK (bank_id = NULLIF(current_setting(''app.bank_id'', true), '''')::int)',
            tenant_table);
    END LOOP;
END
$$;
