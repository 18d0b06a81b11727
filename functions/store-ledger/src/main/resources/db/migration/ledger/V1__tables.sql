-- Keys and references begin with bank_id: a unique key over banks would reveal one bank's values to another.

CREATE TABLE uploads (
    bank_id      int NOT NULL,
    upload_id    text COLLATE "C" NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT now(),
    completed_at timestamptz,
    PRIMARY KEY (bank_id, upload_id)
);

-- Written in the transaction that loads the part, so that a replay finds what the first load did.
CREATE TABLE load_receipts (
    bank_id         int NOT NULL,
    upload_id       text COLLATE "C" NOT NULL,
    part            int NOT NULL,
    part_sha256     text NOT NULL,
    rows            bigint NOT NULL,
    inserted        bigint NOT NULL,
    already_present bigint NOT NULL,
    loaded_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bank_id, upload_id, part),
    FOREIGN KEY (bank_id, upload_id) REFERENCES uploads,
    CHECK (rows = inserted + already_present)
);

CREATE TABLE reports (
    bank_id         int NOT NULL,
    upload_id       text COLLATE "C" NOT NULL,
    rows            bigint NOT NULL,
    ledger_inserted bigint NOT NULL,
    graph_inserted  bigint NOT NULL,
    documents       int NOT NULL,
    completed_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bank_id, upload_id),
    FOREIGN KEY (bank_id, upload_id) REFERENCES uploads
);

CREATE TABLE merchants (
    bank_id     int NOT NULL,
    merchant_id text COLLATE "C" NOT NULL,
    first_seen  timestamptz NOT NULL,
    PRIMARY KEY (bank_id, merchant_id)
);

-- No reference to uploads: its check would run once a row. The load writes both, the upload first.
CREATE TABLE transactions (
    bank_id         int NOT NULL,
    transaction_id  text COLLATE "C" NOT NULL,
    occurred_at     timestamptz NOT NULL,
    amount          numeric NOT NULL,
    currency        text NOT NULL,
    channel         text NOT NULL,
    payer_id        text COLLATE "C",
    payee_id        text COLLATE "C",
    payee_kind      text NOT NULL,
    label           text NOT NULL,
    lifecycle_stage text NOT NULL,
    source_row      bigint NOT NULL,
    upload_id       text COLLATE "C" NOT NULL,
    PRIMARY KEY (bank_id, transaction_id)
) PARTITION BY HASH (bank_id);

CREATE TABLE transactions_0 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE transactions_1 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE transactions_2 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE transactions_3 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE transactions_4 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE transactions_5 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE transactions_6 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE transactions_7 PARTITION OF transactions FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- A bank without accounts has no payers, and pays nothing for this index.
CREATE INDEX transactions_payer ON transactions (bank_id, payer_id, occurred_at) WHERE payer_id IS NOT NULL;
CREATE INDEX transactions_time ON transactions (bank_id, occurred_at);

CREATE TABLE hourly_buckets (
    bank_id      int NOT NULL,
    bucket_start timestamptz NOT NULL,
    volume       bigint NOT NULL,
    amount       numeric NOT NULL,
    frauds       bigint NOT NULL,
    PRIMARY KEY (bank_id, bucket_start)
);

CREATE TABLE daily_buckets (
    bank_id      int NOT NULL,
    bucket_start timestamptz NOT NULL,
    volume       bigint NOT NULL,
    amount       numeric NOT NULL,
    frauds       bigint NOT NULL,
    PRIMARY KEY (bank_id, bucket_start)
);

CREATE TABLE run_registry (
    run_id      text NOT NULL PRIMARY KEY,
    status      text NOT NULL,
    summary_uri text NOT NULL,
    message     text NOT NULL,
    started_at  timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

-- The run that recorded a model last is named, not referenced: a run is recorded after its models.
CREATE TABLE model_registry (
    bank_id      int NOT NULL,
    model_key    text COLLATE "C" NOT NULL,
    model_sha256 text NOT NULL,
    kind         text NOT NULL,
    status       text NOT NULL,
    reason       text NOT NULL,
    metrics      jsonb NOT NULL,
    run_id       text NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bank_id, model_key)
);

CREATE TABLE audit (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL DEFAULT now(),
    principal text NOT NULL,
    action    text NOT NULL,
    outcome   text NOT NULL
);
