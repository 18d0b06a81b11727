-- A row of a bank can be removed only in a transaction that says that it erases that very bank: app.erase_bank, besides
-- app.bank_id. The policy is restrictive, so it binds on top of the one that keeps banks apart.
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
        EXECUTE format(
            'CREATE POLICY erased_bank ON %s AS RESTRICTIVE FOR DELETE '
            'USING (bank_id = NULLIF(current_setting(''app.erase_bank'', true), '''')::int)',
            tenant_table);
    END LOOP;
END
$$;
