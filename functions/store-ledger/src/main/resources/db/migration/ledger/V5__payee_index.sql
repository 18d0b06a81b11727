-- What a payee was paid lately, for the score of one payment. An index of transactions_payer covers the other side.
CREATE INDEX transactions_payee ON transactions (bank_id, payee_id, occurred_at) WHERE payee_id IS NOT NULL;
