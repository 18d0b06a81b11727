-- What the functions' role may do. Runs again whenever this file or the role's name changes.

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}' AND (rolsuper OR rolbypassrls)) THEN
        RAISE EXCEPTION 'role ${appRole} bypasses row-level security' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF pg_has_role('${appRole}', current_user, 'MEMBER') THEN
        RAISE EXCEPTION 'role ${appRole} may act as the owner %', current_user USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA ${flyway:defaultSchema} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ${flyway:defaultSchema} FROM "${appRole}";
GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO "${appRole}";

-- Nothing on the partitions, nowhere TRUNCATE: both would go past the policies of transactions.
GRANT SELECT, INSERT ON transactions, load_receipts, reports TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON uploads, merchants, hourly_buckets, daily_buckets, model_registry, run_registry
    TO "${appRole}";

-- Of one bank, in a transaction that erases that bank and says so: see the policy erased_bank.
GRANT DELETE ON transactions, load_receipts, reports, uploads, merchants, hourly_buckets, daily_buckets, model_registry
    TO "${appRole}";

-- What was done stays written, and its number, time and hashes are the database's to give.
GRANT SELECT, INSERT (principal, role, about_bank, action, outcome, detail) ON audit TO "${appRole}";
GRANT SELECT ON audit_unchained TO "${appRole}";

GRANT SELECT ON flyway_schema_history TO "${appRole}";
